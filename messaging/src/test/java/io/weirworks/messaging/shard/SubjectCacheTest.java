package io.weirworks.messaging.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.storage.SubjectRow;
import org.junit.jupiter.api.Test;

/** DESIGN 3: a member's memory is bounded, whatever the size of its subjects. */
class SubjectCacheTest {

  private static final SubjectKind<?, ?> KIND = Bank.definition().kinds().getFirst();
  private static final int MOST = 1 << 20;

  private final SubjectCache cache = new SubjectCache(MOST);

  private void put(int count, int shard, int weight) {
    for (int i = 0; i < count; i++) {
      cache.put(KIND, new SubjectRow<>("s" + i, shard, "key", null, 1, "state", weight));
    }
  }

  @Test
  void itHoldsManySmallSubjectsOrFewLargeOnes() {
    // given, when, then
    put(1_000, 0, 500);
    assertThat(cache.size()).isEqualTo(1_000);

    // when, then
    put(1_000, 0, 100_000);
    assertThat(cache.size()).isBetween(1L, 10L);
  }

  @Test
  void subjectLargerThanAllOfItIsNotKept() {
    // when
    put(1, 0, 2 * MOST);

    // then
    assertThat(cache.size()).isZero();
    assertThat(cache.get(KIND, "s0")).isNull();
  }

  @Test
  void shardThatLeavesTakesItsSubjectsWithIt() {
    // given
    put(10, 0, 100);
    cache.put(KIND, new SubjectRow<>("other", 1, "key", null, 1, "state", 100));

    // when
    cache.drop(0);

    // then
    assertThat(cache.size()).isEqualTo(1);
    assertThat(cache.get(KIND, "other")).isNotNull();
  }
}
