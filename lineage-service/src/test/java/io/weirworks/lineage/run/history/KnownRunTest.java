package io.weirworks.lineage.run.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent;
import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a run went, by the events that were told of it. */
class KnownRunTest {

  private static final String ID = "01a1f748-de33-7a41-9d0e-000000000001";

  private static String event(String type, int second, String job, String facets, String inputs) {
    return """
        {"eventType":"%s","eventTime":"2026-11-20T06:00:%02d.0009Z",
         "run":{"runId":"%s","facets":{%s}},"job":{"namespace":"ns","name":"%s"},"inputs":[%s]}"""
        .formatted(type, second, ID, facets, job, inputs);
  }

  private static KnownRun run(String type, int second) {
    return read(event(type, second, "job", "", ""));
  }

  private static KnownRun read(String event) {
    try {
      EngineEvent read = ((OpenLineageEvent.OfRun) EventReader.read(event)).event();
      return KnownRun.of(read);
    } catch (NotAnEventException e) {
      throw new AssertionError(e);
    }
  }

  private static KnownRun together(String events) {
    List<KnownRun> all = new ArrayList<>();
    for (String event : events.split(" ")) {
      String[] parts = event.split("@");
      all.add(run(parts[0], Integer.parseInt(parts[1])));
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
        read(event("START", 1, "app.execute", "", ""))
            .with(read(event("COMPLETE", 3, "app.execute.d_b", "", "")))
            .with(read(event("RUNNING", 2, "app.execute", "", "")));

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
        read(event("START", 1, "job", nominal, ""))
            .with(read(event("COMPLETE", 3, "job", parent, "")));

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

    assertThat(read(event("START", 1, "job", nominal, "")).nominalStart()).isNull();
  }

  @Test
  void datasetsAreUnitedAndBounded() {
    // given
    KnownRun run = run("START", 1);

    // when
    for (int i = 0; i < KnownRun.MOST_DATASETS + 50; i++) {
      String dataset = "{\"namespace\":\"hive\",\"name\":\"d.t%04d\"}".formatted(i);
      run = run.with(read(event("RUNNING", 2, "job", "", dataset)));
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

  @Provide
  Arbitrary<List<KnownRun>> runs() {
    Arbitrary<String> type =
        Arbitraries.of("OTHER", "START", "RUNNING", "ABORT", "FAIL", "COMPLETE");
    Arbitrary<Integer> second = Arbitraries.integers().between(0, 9);
    Arbitrary<String> dataset = Arbitraries.of("d.a", "d.b", "d.c");
    return Combinators.combine(type, second, dataset)
        .as(
            (t, s, d) ->
                read(
                    event(
                        t,
                        s,
                        "job" + s % 3,
                        "",
                        "{\"namespace\":\"hive\",\"name\":\"%s\"}".formatted(d))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 300, seed = "20261120")
  void anyOrderAndRepetitionOfEventsGivesTheSameRun(
      @ForAll("runs") List<KnownRun> runs, @ForAll Random random) {
    // given
    List<KnownRun> shuffled = new ArrayList<>(runs);
    runs.forEach(run -> shuffled.add(runs.get(random.nextInt(runs.size()))));
    Collections.shuffle(shuffled, random);

    // when
    KnownRun inOrder = runs.stream().reduce(KnownRun::with).orElseThrow();
    KnownRun inDisorder = shuffled.stream().reduce(KnownRun::with).orElseThrow();

    // then
    assertThat(inDisorder).isEqualTo(inOrder);
  }
}
