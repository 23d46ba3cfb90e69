package io.weirworks.lineage.run.history.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunLost;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the executor tells of a run, as its history has it. */
class OurRunsTest {

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
  private static final Instant END = START.plusSeconds(90);

  /** All ends have these in common. */
  private static <R extends SpecificRecord> R end(R record) {
    set(record, "runId", "run-1");
    set(record, "nodeInstanceId", "ni-1");
    set(record, "workflowInstanceId", "wi-1");
    set(record, "workspace", "demo");
    set(record, "workflow", "flights");
    set(record, "node", "clean");
    set(record, "bizdate", "2026-11-19");
    set(record, "startedAt", START);
    set(record, "endedAt", END);
    return record;
  }

  private static <R extends SpecificRecord> R withCode(R record) {
    set(record, "code", "TimedOut");
    return record;
  }

  private static void set(SpecificRecord record, String field, Object value) {
    SpecificData.get().setField(record, field, record.getSchema().getField(field).pos(), value);
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(OurRuns.of(end(new RunSucceeded())), RunState.COMPLETED, false),
        Arguments.of(OurRuns.of(withCode(end(new RunFailed()))), RunState.FAILED, true),
        Arguments.of(OurRuns.of(end(new RunCancelled())), RunState.ABORTED, false),
        Arguments.of(OurRuns.of(withCode(end(new RunLost()))), RunState.FAILED, true));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void endOfARunTellsItsStateItsTimesAndOfWhichNodeItWas(
      KnownRun run, RunState state, boolean withCode) {
    assertThat(run.id()).isEqualTo("run-1");
    assertThat(run.state()).isEqualTo(state);
    assertThat(run.job()).isEqualTo(new Job("demo", "flights.clean"));
    assertThat(run.duration()).contains(Duration.ofSeconds(90));
    assertThat(run.appearedAt()).isEqualTo(START);
    assertThat(run.args())
        .containsEntry("bizdate", "2026-11-19")
        .containsEntry("nodeInstanceId", "ni-1")
        .containsEntry("workflowInstanceId", "wi-1");
    assertThat(run.args().containsKey("code")).isEqualTo(withCode);
  }

  private static RunStarted.Builder started() {
    return RunStarted.newBuilder()
        .setRunId("run-1")
        .setAttempt(1)
        .setNodeInstanceId("ni-1")
        .setWorkflowInstanceId("wi-1")
        .setHolder("runner")
        .setEpoch(1)
        .setStartedAt(START);
  }

  @Test
  void runThatBeganRuns() {
    KnownRun run =
        OurRuns.of(
                started()
                    .setWorkspace("demo")
                    .setWorkflow("flights")
                    .setNode("clean")
                    .setBizdate("2026-11-19")
                    .build())
            .orElseThrow();

    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.startedAt()).isEqualTo(START);
    assertThat(run.endedAt()).isEmpty();
    assertThat(run.with(OurRuns.of(end(new RunSucceeded()))).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void startOfAnExecutorFromBeforeVersion5SaysNotWhichNodeItIs() {
    assertThat(OurRuns.of(started().build())).isEmpty();
  }
}
