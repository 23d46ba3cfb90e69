package io.weirworks.lineage.marquez;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.history.JobOfRuns;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunState;
import io.weirworks.lineage.run.history.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which jobs lists show, and since when. */
class ListedJobTest {

  private static final Job LOAD = new Job("demo", "flow.load");
  private static final Job CHECK = new Job("demo", "flow.check");
  private static final Job SPARK = new Job("etl", "spark");

  private static Instant day(int day) {
    return Instant.parse("2026-11-%02dT00:00:00Z".formatted(day));
  }

  private static Confirmation word(int day) {
    return new Confirmation("run", 0, day(day));
  }

  private static JobOfRuns runs(Job job, RunState state, int first, int last) {
    return new JobOfRuns(
        day(first), KnownRun.ours("run", new Standing(state, day(last), job), null, Map.of()));
  }

  @Test
  void jobOfWhichOnlyRunsAreKnownIsListedAndOneOfWhichOnlyWordsAreHasCompleted() {
    // when
    List<ListedJob> jobs =
        ListedJob.all(
            Map.of(LOAD, word(5), SPARK, word(7)),
            Map.of(
                LOAD, runs(LOAD, RunState.FAILED, 4, 6),
                CHECK, runs(CHECK, RunState.RUNNING, 2, 3)));

    // then
    assertThat(jobs)
        .containsExactly(
            new ListedJob(CHECK, day(2), day(3), RunState.RUNNING),
            new ListedJob(LOAD, day(4), day(6), RunState.FAILED),
            new ListedJob(SPARK, day(7), day(7), RunState.COMPLETED));
  }

  @Test
  void wordsFromBeforeTheKeptRunsAndBehindThemCountToo() {
    assertThat(
            ListedJob.all(
                Map.of(LOAD, word(1)), Map.of(LOAD, runs(LOAD, RunState.COMPLETED, 4, 6))))
        .containsExactly(new ListedJob(LOAD, day(1), day(6), RunState.COMPLETED));
    assertThat(
            ListedJob.all(
                Map.of(LOAD, word(9)), Map.of(LOAD, runs(LOAD, RunState.COMPLETED, 4, 6))))
        .containsExactly(new ListedJob(LOAD, day(4), day(9), RunState.COMPLETED));
  }
}
