package io.weirworks.scheduler.instance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.StoredRow;
import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstance;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.LoopStop;
import io.weirworks.scheduler.instance.NodeState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeStateColumnsTest {

  private static final Instant T1 = Instant.parse("2025-11-01T02:30:45.123456Z");
  private static final Instant T2 = Instant.parse("2025-11-01T06:30:45Z");

  private static final LoopProgress PROGRESS =
      new LoopProgress(
          9, 5, List.of(2), new TreeMap<>(Map.of(3, 1, 4, 0)), new TreeSet<>(Set.of(1)), true);

  private static final AwaitedInstance ONE =
      AwaitedInstance.of(
          new WorkflowId("wf"),
          new NodeId("n"),
          LocalDate.of(2025, 10, 31),
          WorkflowInstanceId.manual("cli", "1"));

  private static final List<AwaitedInstance> AWAITED =
      Stream.of(
              new Answer.Satisfied(),
              new Answer.NotYet(),
              new Answer.Never(Answer.Cause.NONE_THAT_DAY),
              new Answer.Never(Answer.Cause.LEFT_OUT))
          .map(
              answer ->
                  new AwaitedInstance(
                      ONE.workflow(),
                      ONE.node(),
                      ONE.bizdate(),
                      ONE.workflowInstance(),
                      ONE.nodeInstance(),
                      7,
                      answer))
          .toList();

  static Stream<NodeState> states() {
    NodeState.OnItsWay queued = new NodeState.WaitResource(T1, true);
    NodeState.OnItsWay running = new NodeState.Running(T1, T2);
    return Stream.of(
        new NodeState.NotRun(3),
        new NodeState.WaitTime(T1),
        new NodeState.WaitOutcomes(T1, new AwaitedInstances(List.of(), true)),
        new NodeState.WaitOutcomes(T1, new AwaitedInstances(AWAITED, false)),
        new NodeState.WaitResource(T1, false),
        queued,
        running,
        new NodeState.Unconfirmed(queued),
        new NodeState.Unconfirmed(running),
        new NodeState.Cancelling(null, null),
        new NodeState.Cancelling(T1, "typo"),
        new NodeState.WaitRerun(T2, null),
        new NodeState.WaitRerun(T2, PROGRESS),
        new NodeState.WaitSignal(T1),
        new NodeState.Looping(T1, T2, PROGRESS, null),
        new NodeState.Looping(T1, T2, PROGRESS, new LoopStop(true, null)),
        new NodeState.Looping(T1, T2, PROGRESS, new LoopStop(false, "enough")),
        new NodeState.Success(Completion.UNCHOSEN),
        new NodeState.Success(Completion.ofBranch(Set.of())),
        new NodeState.Success(Completion.ofBranch(Set.of("w.one", "w.two"))),
        new NodeState.Success(
            Completion.of(
                Map.of(
                    "outputs",
                    new OutputValue.Table(List.of(Arrays.asList("hz", null), List.of("a", "b"))),
                    "line",
                    new OutputValue.Elements(List.of("a", "b,c")),
                    "text",
                    new OutputValue.Text("北京")))),
        new NodeState.Success(Completion.PLAIN),
        new NodeState.Failure("NonZeroExit", "exit 3"),
        new NodeState.Cancelled(null),
        new NodeState.Cancelled("typo"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void stateIsReadAsItWasWritten(NodeState state) throws SQLException {
    var row = StoredRow.of(NodeStateColumns.NAMES, NodeStateColumns.of(state).values());
    assertThat(NodeStateColumns.read(new Columns(row))).isEqualTo(state);
  }

  @Test
  void everyStateIsAmongThem() {
    assertThat(states().map(Object::getClass).map(Class::getSimpleName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NodeState.class.getDeclaredClasses())
                .filter(Class::isRecord)
                .map(Class::getSimpleName)
                .toList());
  }
}
