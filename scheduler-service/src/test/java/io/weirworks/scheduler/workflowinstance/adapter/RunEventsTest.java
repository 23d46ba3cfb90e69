package io.weirworks.scheduler.workflowinstance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunFailed;
import io.weirworks.scheduler.instance.RunFact;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which failures are time-outs, so that no automatic rerun follows (dataworks-semantics 3.8). */
class RunEventsTest {

  @ParameterizedTest
  @CsvSource({"TimedOut, TIMEOUT", "CheckTimedOut, TIMEOUT", "NonZeroExit, ERROR"})
  void timeOutOfARunOrOfACheckIsNotRerun(String code, RunFact.Cause cause) {
    // given
    RunFailed event =
        RunFailed.newBuilder()
            .setRunId("r")
            .setAttempt(1)
            .setNodeInstanceId("i")
            .setWorkflowInstanceId("w")
            .setWorkspaceId("s")
            .setWorkspace("demo")
            .setWorkflowId("f")
            .setWorkflow("flow")
            .setNodeId("n")
            .setNode("node")
            .setCommand("CHECK_NODE")
            .setBizdate("2026-01-01")
            .setCode(code)
            .setMessage("m")
            .setEndedAt(Instant.EPOCH)
            .build();
    // when, then
    assertThat(RunEvents.failed(event, 1))
        .isInstanceOfSatisfying(
            RunFact.Failed.class, failed -> assertThat(failed.cause()).isEqualTo(cause));
  }
}
