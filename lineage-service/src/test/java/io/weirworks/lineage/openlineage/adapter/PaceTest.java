package io.weirworks.lineage.openlineage.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MOST = 10;
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final AtomicLong backlog = new AtomicLong();

  private void behind(Pace pace) {
    backlog.set(MOST + 1);
    await().until(() -> !pace.turn().isDone());
  }

  @Test
  void answersAreNotHeldUpWhileFewWait() {
    // given
    backlog.set(MOST);
    try (Pace pace = new Pace(backlog::get, MOST, LONG, LOOK)) {
      pace.turn().join();
      await().until(() -> pace.seen() == MOST);

      // when / then
      assertThat(pace.turn()).isDone();
    }
  }

  @Test
  void answersAreHeldUpUntilThoseBeforeAreDecided() {
    // given
    try (Pace pace = new Pace(backlog::get, MOST, LONG, LOOK)) {
      behind(pace);
      CompletableFuture<Void> turn = pace.turn();
      assertThat(turn).isNotDone();

      // when
      backlog.set(MOST);

      // then
      assertThat(turn).succeedsWithin(10, TimeUnit.SECONDS);
      await().until(() -> pace.turn().isDone());
    }
  }

  @Test
  void nobodyWaitsLongerThanThePatience() {
    // given
    try (Pace pace = new Pace(backlog::get, MOST, Duration.ofMillis(50), LOOK)) {
      behind(pace);

      // when / then
      assertThat(pace.turn()).succeedsWithin(10, TimeUnit.SECONDS);
      assertThat(pace.seen()).isGreaterThan(MOST);
    }
  }

  @Test
  void nobodyIsHeldUpWhereTheBacklogIsNotKnown() {
    // given
    AtomicLong unknown = new AtomicLong();
    try (Pace pace =
        new Pace(
            () -> {
              if (unknown.get() == 1) {
                throw new IllegalStateException("the broker does not answer");
              }
              return backlog.get();
            },
            MOST,
            LONG,
            LOOK)) {
      behind(pace);
      CompletableFuture<Void> turn = pace.turn();

      // when
      unknown.set(1);

      // then
      assertThat(turn).succeedsWithin(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoWaitsIsAnsweredWhenItEnds() {
    // given
    CompletableFuture<Void> turn;
    try (Pace pace = new Pace(backlog::get, MOST, LONG, LOOK)) {
      behind(pace);
      turn = pace.turn();
    }

    // then
    assertThat(turn).isDone();
  }
}
