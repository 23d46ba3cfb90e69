package io.weirworks.scheduler.workflowinstance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.Effect;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.workflowinstance.Fact;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import io.weirworks.scheduler.workflowinstance.NodeCounts;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecision;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorWatchTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final WorkflowInstanceId FLOW = new WorkflowInstanceId(new UUID(0, 1));

  private static Instant at(String seconds) {
    return NOW.plusSeconds(Long.parseLong(seconds));
  }

  /** A decision that sets the timers of these nodes, and one of another kind. */
  private static WorkflowInstanceDecision.Accepted decision(boolean ends, List<Instant> answers) {
    List<io.weirworks.scheduler.workflowinstance.Effect> effects = new ArrayList<>();
    effects.add(timer(Timer.Kind.RERUN, NOW));
    answers.forEach(due -> effects.add(timer(Timer.Kind.EXECUTOR_ANSWER, due)));
    NodeCounts none = new NodeCounts(0, 0, 0, 1, 0, 0);
    List<Fact> facts =
        ends
            ? List.of(
                new Fact.OfWorkflowInstance(
                    FLOW,
                    2,
                    new WorkflowInstanceEvent.WorkflowInstanceCompleted(FlowStatus.SUCCESS, none)))
            : List.of();
    return new WorkflowInstanceDecision.Accepted(facts, effects, List.of());
  }

  private static io.weirworks.scheduler.workflowinstance.Effect timer(
      Timer.Kind kind, Instant due) {
    return new io.weirworks.scheduler.workflowinstance.Effect.SetTimer(
        new NodeInstanceId(UUID.randomUUID()), new Timer(kind, due));
  }

  @ParameterizedTest(name = "set {0}, answers owed until {1}, ends {2}: {3}")
  @CsvSource({
    ",   30,    false, 30", // the first that is handed over sets it
    "10, 30,    false, same", // it is due before: it will look again
    "30, 30,    false, same",
    "30, 40 20, false, 20", // the clock stepped back
    ",   50 40, false, 40",
    ",   '',    false, same",
    "10, '',    false, same", // an answer clears nothing
    "10, '',    true,  none", // nothing outlives the workflow instance (R17)
    ",   '',    true,  same",
  })
  void oneTimerIsDueWithTheEarliestAnswerThatTheExecutorOwes(
      String set, String answers, boolean ends, String expected) {
    // given
    ExecutorWatch watch = new ExecutorWatch(FLOW, set == null ? null : at(set));
    List<Instant> owed =
        Arrays.stream(answers.split(" "))
            .filter(text -> !text.isEmpty())
            .map(ExecutorWatchTest::at)
            .toList();
    // when
    List<Effect> effects = watch.follow(decision(ends, owed)).toList();
    // then
    switch (expected) {
      case "same" -> assertThat(effects).isEmpty();
      case "none" ->
          assertThat(effects)
              .contains(new Effect.ClearTimer(WorkflowInstanceKind.ref(FLOW), ExecutorWatch.KIND));
      default ->
          assertThat(effects)
              .containsExactly(
                  new Effect.Change<>(
                      WorkflowInstanceKind.ref(FLOW),
                      new WorkflowInstanceChange.ExecutorWatched(at(expected))),
                  new Effect.SetTimer(
                      WorkflowInstanceKind.ref(FLOW), ExecutorWatch.KIND, at(expected)));
    }
  }

  @Test
  void onlyTimersThatTheExecutorOwesAnAnswerAreKeptSo() {
    for (Timer.Kind kind : Timer.Kind.values()) {
      assertThat(ExecutorWatch.keeps(timer(kind, NOW)))
          .isEqualTo(kind == Timer.Kind.EXECUTOR_ANSWER);
    }
  }
}
