package io.weirworks.executor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.Observation.Absent;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that each engine keeps: its test class implements this. */
public interface EngineContract extends EngineFixture {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 101, 255})
  default void aFinishedJobIsSeenWithItsTrueExitCode(int code) throws Exception {
    // given
    var engine = open();
    var tag = EngineFixture.newTag();
    // when
    var result = engine.submit(endsWith(code, tag, starts()));
    // then
    assertThat(result).isEqualTo(new SubmitResult.Accepted());
    assertThat(awaitFinal(engine, tag))
        .isInstanceOfSatisfying(
            Ended.class,
            ended -> {
              assertThat(ended.exit().code()).isEqualTo(code);
              assertThat(ended.exit().killed()).isFalse();
            });
  }

  @Test
  default void anUnknownTagIsAbsent() throws Exception {
    assertThat(open().observe(EngineFixture.newTag())).isEqualTo(new Absent());
  }

  @Test
  default void theSameTagSubmittedTwiceRunsOnce() throws Exception {
    // given a job that runs
    var tag = EngineFixture.newTag();
    var engine = open();
    engine.submit(waitsFor(gate(), 0, tag, starts()));
    awaitStarted(engine, tag);
    // when it is submitted again while it runs and after it ended
    var whileRunning = open().submit(waitsFor(gate(), 0, tag, starts()));
    Files.createFile(gate());
    awaitFinal(engine, tag);
    var afterwards = open().submit(waitsFor(gate(), 0, tag, starts()));
    // then
    assertThat(whileRunning).isEqualTo(new SubmitResult.Accepted());
    assertThat(afterwards).isEqualTo(new SubmitResult.Accepted());
    assertThat(startsSeen()).isEqualTo(1);
  }

  @Test
  default void theSameTagSubmittedByManyAtOnceRunsOnce() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var ready = new CountDownLatch(1);
    // when
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<SubmitResult> submit =
          () -> {
            ready.await();
            return open().submit(endsWith(0, tag, starts()));
          };
      var results = Stream.generate(() -> threads.submit(submit)).limit(8).toList();
      ready.countDown();
      // then
      for (var result : results) {
        assertThat(result.get()).isEqualTo(new SubmitResult.Accepted());
      }
    }
    awaitFinal(open(), tag);
    assertThat(startsSeen()).isEqualTo(1);
  }

  @Test
  default void anotherEpochOfAStartedAttemptStartsNothing() throws Exception {
    // given
    var first = EngineFixture.newTag();
    var second = new EngineTag(first.run(), first.attempt(), first.epoch() + 1);
    var engine = open();
    engine.submit(waitsFor(gate(), 0, first, starts()));
    awaitStarted(engine, first);
    // when
    var result = engine.submit(waitsFor(gate(), 0, second, starts()));
    var cancellation = engine.cancel(second);
    // then
    assertThat(result).isEqualTo(new SubmitResult.HeldByOther(first));
    assertThat(cancellation).isInstanceOf(Cancellation.Confirmed.class);
    assertThat(engine.observe(first))
        .as("not ended by the other's cancel")
        .isInstanceOf(Running.class);
    assertThat(startsSeen()).isEqualTo(1);
    engine.cancel(first);
  }

  @Test
  default void aNewAttemptOfTheSameRunRuns() throws Exception {
    // given
    var first = EngineFixture.newTag();
    var second = new EngineTag(first.run(), 2, 1);
    var engine = open();
    engine.submit(endsWith(1, first, starts()));
    awaitFinal(engine, first);
    // when
    engine.submit(endsWith(0, second, starts()));
    // then
    assertThat(awaitFinal(engine, second))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isZero());
    assertThat(startsSeen()).isEqualTo(2);
  }

  @Test
  default void aRunningJobIsFoundByAnEngineThatDidNotStartIt() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    open().submit(waitsFor(gate(), 7, tag, starts()));
    awaitStarted(open(), tag);
    // when
    var other = open();
    var known = other.reattach();
    Files.createFile(gate());
    // then
    assertThat(known).containsExactly(tag);
    assertThat(awaitFinal(other, tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(7));
  }

  @Test
  default void cancelEndsARunningJob() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var engine = open();
    engine.submit(waitsFor(gate(), 0, tag, starts()));
    awaitStarted(engine, tag);
    // when another object cancels it
    var cancellation = open().cancel(tag);
    // then
    EngineFixture.assertCancelled(cancellation);
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().killed()).isTrue());
  }

  @Test
  default void cancelAtAnyMomentOfTheStartEndsTheJob() throws Exception {
    for (int i = 0; i < 10; i++) {
      // given
      var tag = EngineFixture.newTag();
      var engine = open();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        // when
        var submit = threads.submit(() -> engine.submit(waitsFor(gate(), 0, tag, starts())));
        lookUntilRunning(engine, tag, i * 20);
        var cancellation = engine.cancel(tag);
        // then
        EngineFixture.assertCancelled(cancellation);
        submit.get();
        assertThat(engine.observe(tag))
            .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().killed()).isTrue());
      }
    }
  }

  /** Spreads the cancel over the start: the more looks, the further the start has come. */
  private static void lookUntilRunning(Engine engine, EngineTag tag, int looks) throws IOException {
    for (int i = 0; i < looks; i++) {
      if (engine.observe(tag) instanceof Running) {
        return;
      }
    }
  }

  @Test
  default void aJobCancelledBeforeItsSubmitNeverStarts() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var engine = open();
    // when
    var cancellation = engine.cancel(tag);
    engine.submit(endsWith(0, tag, starts()));
    // then
    EngineFixture.assertCancelled(cancellation);
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().killed()).isTrue());
    assertThat(startsSeen()).isZero();
  }

  @Test
  default void cancelOfAnEndedJobLeavesItsTrueEnd() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var engine = open();
    engine.submit(endsWith(0, tag, starts()));
    var end = awaitFinal(engine, tag);
    // when
    var cancellation = engine.cancel(tag);
    // then
    assertThat(cancellation).isEqualTo(new Cancellation.Confirmed(end));
  }
}
