package io.weirworks.lineage.run.history;

import static io.weirworks.lineage.run.history.ToldRuns.event;
import static io.weirworks.lineage.run.history.ToldRuns.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a run went, by the events that were told of it. */
class KnownRunTest {

  private static KnownRun together(String events) {
    List<KnownRun> all = new ArrayList<>();
    for (String event : events.split(" ")) {
      String[] parts = event.split("@");
      all.add(ToldRuns.run(parts[0], Integer.parseInt(parts[1])));
    }
    return all.stream().reduce(KnownRun::with).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # events                      state      started ended ms
          OTHER@1,                      NEW,       -,      -,    -
          START@1,                      RUNNING,   1,      -,    -
          RUNNING@2 START@1,            RUNNING,   1,      -,    -
          START@1 COMPLETE@3,           COMPLETED, 1,      3,    2000
          COMPLETE@3 START@1,           COMPLETED, 1,      3,    2000
          START@1 FAIL@3,               FAILED,    1,      3,    2000
          FAIL@3 RUNNING@5,             FAILED,    5,      3,    -
          START@1 ABORT@2,              ABORTED,   1,      2,    1000
          ABORT@2 FAIL@3,               FAILED,    -,      3,    -
          FAIL@9 COMPLETE@3,            COMPLETED, -,      3,    -
          COMPLETE@3 COMPLETE@4 START@2,COMPLETED, 2,      4,    2000
          COMPLETE@3,                   COMPLETED, -,      3,    -
          """)
  void endBeatsWhatWasBeforeItAndCompletionEveryOtherEnd(
      String events, RunState state, Integer started, Integer ended, Long millis) {
    KnownRun run = together(events);

    assertThat(run.state()).isEqualTo(state);
    assertThat(run.startedAt()).isEqualTo(started == null ? null : at(started));
    assertThat(run.endedAt().orElse(null)).isEqualTo(ended == null ? null : at(ended));
    assertThat(run.duration().map(Duration::toMillis).orElse(null)).isEqualTo(millis);
  }

  private static Instant at(int second) {
    return Instant.parse("2026-11-20T06:00:00Z").plusSeconds(second);
  }

  @Test
  void jobIsTheOneThatTheMostFinalEventNames() {
    KnownRun run =
        told(event("START", 1, "app.execute", "", ""))
            .with(told(event("COMPLETE", 3, "app.execute.d_b", "", "")))
            .with(told(event("RUNNING", 2, "app.execute", "", "")));

    assertThat(run.job()).isEqualTo(new Job("ns", "app.execute.d_b"));
  }

  @Test
  void nominalTimeAndParentAreToldByAnyEvent() {
    // given
    String nominal =
        """
        "nominalTime":{"nominalStartTime":"2026-11-19T00:00:00Z",
         "nominalEndTime":"2026-11-20T00:00:00Z"}""";
    String parent =
        """
        "parent":{"run":{"runId":"01a1f748-de33-7a41-9d0e-000000000009"},
         "job":{"namespace":"ns","name":"dag.task"}}""";

    // when
    KnownRun run =
        told(event("START", 1, "job", nominal, ""))
            .with(told(event("COMPLETE", 3, "job", parent, "")));

    // then
    assertThat(run.nominalStart()).isEqualTo("2026-11-19T00:00:00Z");
    assertThat(run.nominalEnd()).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(run.parent())
        .isEqualTo(
            new EngineEvent.JobRun(
                "01a1f748-de33-7a41-9d0e-000000000009", new Job("ns", "dag.task")));
    assertThat(run.job()).as("its own, not its parent's").isEqualTo(new Job("ns", "job"));
  }

  @Test
  void nominalTimeThatIsNoneSaysNothing() {
    String nominal = "\"nominalTime\":{\"nominalStartTime\":\"today\"}";

    assertThat(told(event("START", 1, "job", nominal, "")).nominalStart()).isNull();
  }

  @Test
  void datasetsAreUnitedAndBounded() {
    // given
    KnownRun run = ToldRuns.run("START", 1);

    // when
    for (int i = 0; i < KnownRun.MOST_DATASETS + 50; i++) {
      String dataset = "{\"namespace\":\"hive\",\"name\":\"d.t%04d\"}".formatted(i);
      run = run.with(told(event("RUNNING", 2, "job", "", dataset)));
    }

    // then
    assertThat(run.inputs()).hasSize(KnownRun.MOST_DATASETS).contains("d.t0000");
    assertThat(run.outputs()).isEmpty();
  }

  @Test
  void runOfOursThatNeverBeganHasNoDuration() {
    KnownRun run =
        KnownRun.ours(
            "run",
            new Standing(RunState.FAILED, at(5), new Job("demo", "flow.node")),
            null,
            Map.of("code", "NonZeroExit"));

    assertThat(run.duration()).isEmpty();
    assertThat(run.appearedAt()).isEqualTo(at(5));
    assertThat(run.args()).containsEntry("code", "NonZeroExit");
  }
}
