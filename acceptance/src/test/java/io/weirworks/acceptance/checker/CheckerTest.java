package io.weirworks.acceptance.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckerTest {

  private static final String RUN_SUCCEEDED = "io.weirworks.contract.executor.RunSucceeded";
  private static final String RUN_QUEUED = "io.weirworks.contract.executor.RunQueued";
  private static final String RUN_LOST = "io.weirworks.contract.executor.RunLost";

  private long offset;

  private Seen event(String subject, long sequence, String type, String id) {
    Map<String, String> headers =
        Map.of(
            CloudEventHeaders.ID, id,
            CloudEventHeaders.SOURCE, "/weirworks/executor",
            CloudEventHeaders.TYPE, type,
            CloudEventHeaders.SUBJECT, subject,
            CloudEventHeaders.TIME, "2026-11-20T00:00:00Z",
            CloudEventHeaders.ACTOR, "user:ada",
            CloudEventHeaders.CAUSATION_ID, "c-1",
            CloudEventHeaders.CORRELATION_ID, "c-1",
            CloudEventHeaders.SEQUENCE, Sequence.format(sequence));
    return Seen.event("weirworks.executor.events", 0, offset++, headers);
  }

  private static Seen without(Seen event, String header) {
    Map<String, String> headers = new HashMap<>(event.headers());
    headers.remove(header);
    return Seen.event(event.topic(), event.partition(), event.offset(), headers);
  }

  private static Seen accepted(String subject, long sequence) {
    return new Seen("weirworks.executor.replies", 0, 0, Map.of(), Optional.of(subject), sequence);
  }

  @Test
  void gapFreeStoryWithARepeatedPublicationIsClean() {
    // given
    Seen queued = event("run-1", 1, RUN_QUEUED, "e-1");
    Seen ended = event("run-1", 2, RUN_SUCCEEDED, "e-2");

    // then
    assertThat(Checker.check(List.of(queued, ended, queued, ended), List.of(accepted("run-1", 2))))
        .isEmpty();
  }

  @Test
  void gapInASubjectsSequenceBreaksI4() {
    assertThat(
            Checker.check(
                List.of(
                    event("run-1", 1, RUN_QUEUED, "e-1"), event("run-1", 3, RUN_SUCCEEDED, "e-3")),
                List.of()))
        .extracting(Violation::invariant)
        .containsExactly("I4");
  }

  @Test
  void twoEventsOfOneSequenceBreakI4() {
    assertThat(
            Checker.check(
                List.of(event("run-1", 1, RUN_QUEUED, "e-1"), event("run-1", 1, RUN_QUEUED, "e-9")),
                List.of()))
        .extracting(Violation::invariant)
        .containsExactly("I4");
  }

  @Test
  void secondTerminalEventOfARunBreaksI1() {
    assertThat(
            Checker.check(
                List.of(
                    event("run-1", 1, RUN_SUCCEEDED, "e-1"), event("run-1", 2, RUN_LOST, "e-2")),
                List.of()))
        .extracting(Violation::invariant)
        .containsExactly("I1");
  }

  @Test
  void secondEndOfANodeInstanceBreaksI1ButAnAttemptThatIsFollowedByAnotherDoesNot() {
    // given
    String nodeInstance = "io.weirworks.contract.scheduler.NodeInstance";
    Seen again = event("ni-1", 1, nodeInstance + "RerunScheduled", "e-1");
    Seen succeeded = event("ni-1", 2, nodeInstance + "Succeeded", "e-2");
    Seen failed = event("ni-1", 3, nodeInstance + "Failed", "e-3");

    // then
    assertThat(Checker.check(List.of(again, succeeded), List.of())).isEmpty();
    assertThat(Checker.check(List.of(again, succeeded, failed), List.of()))
        .extracting(Violation::invariant)
        .containsExactly("I1");
  }

  @Test
  void whatBeganAndDidNotEndBreaksI1OnlyWhereNothingGoesOn() {
    // given
    List<Seen> open = List.of(event("run-1", 1, RUN_QUEUED, "e-1"));

    // then
    assertThat(Checker.check(open, List.of())).isEmpty();
    assertThat(Checker.checkEnded(open, List.of()))
        .extracting(Violation::message)
        .containsExactly("run-1 has not ended");
    assertThat(
            Checker.checkEnded(
                List.of(open.getFirst(), event("run-1", 2, RUN_SUCCEEDED, "e-2")), List.of()))
        .isEmpty();
  }

  @Test
  void eventWithoutActorOrCauseBreaksI6() {
    Seen event = event("run-1", 1, RUN_QUEUED, "e-1");
    assertThat(Checker.check(List.of(without(event, CloudEventHeaders.ACTOR)), List.of()))
        .extracting(Violation::invariant)
        .containsExactly("I6");
    assertThat(Checker.check(List.of(without(event, CloudEventHeaders.CAUSATION_ID)), List.of()))
        .extracting(Violation::message)
        .containsExactly("header ce_causationid is missing");
  }

  @Test
  void acceptedCommandWithoutItsEventBreaksI6() {
    assertThat(
            Checker.check(
                List.of(event("run-1", 1, RUN_QUEUED, "e-1")), List.of(accepted("run-1", 2))))
        .extracting(Violation::invariant)
        .containsExactly("I6");
  }
}
