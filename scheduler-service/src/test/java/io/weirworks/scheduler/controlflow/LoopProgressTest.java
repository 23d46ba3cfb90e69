package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.scheduler.identity.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How loops follow one another (dataworks-semantics 4.6, 4.7). */
class LoopProgressTest {

  private static final NodeId END = new NodeId("end");
  private static final Loop SERIAL = new Loop.ForEach(128, 1, END);
  private static final Loop PARALLEL = new Loop.ForEach(128, 5, END);
  private static final Loop WHILE = new Loop.DoWhile(128, END);

  @Test
  void serialLoopsFollowOneAnotherAndAFailureStopsThem() {
    // given
    LoopProgress first = LoopProgress.first(3).advanced(SERIAL);
    // when
    LoopProgress second = first.ended(SERIAL, 1, true).advanced(SERIAL);
    LoopProgress failed = second.ended(SERIAL, 2, false).advanced(SERIAL);
    // then
    assertThat(first.running()).containsOnlyKeys(1);
    assertThat(second.running()).containsOnlyKeys(2);
    assertThat(failed.running()).isEmpty();
    assertThat(failed.isOver()).isTrue();
    assertThat(failed.failed()).containsExactly(2);
  }

  @Test
  void parallelLoopsGoOnWhenOneFails() {
    // given
    LoopProgress five = LoopProgress.first(7).advanced(PARALLEL);
    assertThat(five.running()).containsOnlyKeys(1, 2, 3, 4, 5);
    // when
    LoopProgress after = five.ended(PARALLEL, 3, false).advanced(PARALLEL);
    // then
    assertThat(after.running()).containsOnlyKeys(1, 2, 4, 5, 6);
    assertThat(after.isOver()).isFalse();
  }

  /** Row 30: an automatic rerun continues at the failed loop. */
  @Test
  void automaticRerunGoesOnAtTheFailedLoop() {
    // given
    LoopProgress failed =
        LoopProgress.first(4)
            .advanced(SERIAL)
            .ended(SERIAL, 1, true)
            .advanced(SERIAL)
            .ended(SERIAL, 2, false);
    // when
    LoopProgress rerun = failed.afterFailure().advanced(SERIAL);
    // then
    assertThat(rerun.running()).containsOnlyKeys(2);
    assertThat(rerun.ended(SERIAL, 2, true).advanced(SERIAL).running()).containsOnlyKeys(3);
  }

  @Test
  void automaticRerunOfParallelLoopsRepeatsTheFailedOnly() {
    // given
    LoopProgress progress = LoopProgress.first(3).advanced(PARALLEL);
    LoopProgress failed =
        progress
            .ended(PARALLEL, 1, false)
            .ended(PARALLEL, 2, true)
            .ended(PARALLEL, 3, false)
            .advanced(PARALLEL);
    assertThat(failed.isOver()).isTrue();
    // when, then
    assertThat(failed.afterFailure().advanced(PARALLEL).running()).containsOnlyKeys(1, 3);
  }

  @Test
  void doWhileGoesOnWhileEndSaysTrue() {
    // given
    LoopProgress first = LoopProgress.first(128).advanced(WHILE);
    // when
    LoopProgress second = first.said(1, true).advanced(WHILE);
    LoopProgress done = second.said(2, false).advanced(WHILE);
    // then
    assertThat(first.running()).containsOnlyKeys(1);
    assertThat(second.running()).containsOnlyKeys(2);
    assertThat(done.isOver()).isTrue();
    assertThat(done.failed()).isEmpty();
  }

  @Test
  void emptyArrayIsOverAtOnce() {
    assertThat(LoopProgress.first(0).advanced(PARALLEL).isOver()).isTrue();
  }

  @Test
  void stoppedLoopBeginsNothingMore() {
    // given
    LoopProgress stopped = LoopProgress.first(9).advanced(PARALLEL).stopped();
    // when, then
    assertThat(stopped.ended(PARALLEL, 1, true).advanced(PARALLEL).running())
        .containsOnlyKeys(2, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1025})
  void forEachBeyondItsLimitIsRefusedWithTheNumber(int loops) {
    assertThatThrownBy(() -> new Loop.ForEach(loops, 5, END)).hasMessageContaining("1 to 1024");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 129})
  void doWhileBeyondItsLimitIsRefusedWithTheNumber(int loops) {
    assertThatThrownBy(() -> new Loop.DoWhile(loops, END)).hasMessageContaining("1 to 128");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 21})
  void parallelismBeyondItsLimitIsRefusedWithTheNumber(int parallelism) {
    assertThatThrownBy(() -> new Loop.ForEach(128, parallelism, END))
        .hasMessageContaining("1 to 20");
  }
}
