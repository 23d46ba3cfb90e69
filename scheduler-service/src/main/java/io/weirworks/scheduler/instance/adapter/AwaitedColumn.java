package io.weirworks.scheduler.instance.adapter;

import io.weirworks.contract.scheduler.Outcome;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstance;
import io.weirworks.scheduler.instance.AwaitedInstances;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The instances that a node instance waits for, in the column {@code control}. */
public final class AwaitedColumn {

  private record One(
      String workflow,
      String node,
      String bizdate,
      String workflowInstance,
      String nodeInstance,
      long sequence,
      Outcome outcome) {}

  private record All(boolean isolated, List<One> instances) {}

  private AwaitedColumn() {}

  static String write(AwaitedInstances awaited) {
    return Json.write(
        new All(awaited.isolated(), awaited.instances().stream().map(AwaitedColumn::one).toList()));
  }

  private static One one(AwaitedInstance instance) {
    return new One(
        instance.workflow().value(),
        instance.node().value(),
        instance.bizdate().toString(),
        instance.workflowInstance().value().toString(),
        instance.nodeInstance().value().toString(),
        instance.sequence(),
        outcome(instance.answer()));
  }

  static AwaitedInstances read(String column) throws SQLException {
    All all = Json.read(column, All.class);
    return new AwaitedInstances(
        all.instances().stream().map(AwaitedColumn::instance).toList(), all.isolated());
  }

  private static AwaitedInstance instance(One one) {
    return new AwaitedInstance(
        new WorkflowId(one.workflow()),
        new NodeId(one.node()),
        LocalDate.parse(one.bizdate()),
        new WorkflowInstanceId(UUID.fromString(one.workflowInstance())),
        new NodeInstanceId(UUID.fromString(one.nodeInstance())),
        one.sequence(),
        answer(one.outcome()));
  }

  /** An answer as the contract has it. */
  public static Outcome outcome(Answer answer) {
    return switch (answer) {
      case Answer.Satisfied _ -> Outcome.SATISFIED;
      case Answer.NotYet _ -> Outcome.NOT_YET;
      case Answer.Never(Answer.Cause cause) ->
          switch (cause) {
            case NONE_THAT_DAY -> Outcome.NEVER;
            case LEFT_OUT -> Outcome.LEFT_OUT;
          };
    };
  }

  /** The contract's answer as the core has it. */
  public static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case SATISFIED -> new Answer.Satisfied();
      case NEVER -> new Answer.Never(Answer.Cause.NONE_THAT_DAY);
      case LEFT_OUT -> new Answer.Never(Answer.Cause.LEFT_OUT);
      case NOT_YET, UNKNOWN -> new Answer.NotYet();
    };
  }
}
