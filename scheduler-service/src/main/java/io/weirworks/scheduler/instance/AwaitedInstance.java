package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.LocalDate;

/**
 * An instance of another workflow instance that a node instance waits for, and what is known of it.
 *
 * @param sequence of that instance when it said so; what is below is late and changes nothing; -1:
 *     it has said nothing
 */
public record AwaitedInstance(
    WorkflowId workflow,
    NodeId node,
    LocalDate bizdate,
    WorkflowInstanceId workflowInstance,
    NodeInstanceId nodeInstance,
    long sequence,
    Answer answer) {

  /** One of which nothing is known. */
  public static AwaitedInstance of(
      WorkflowId workflow, NodeId node, LocalDate bizdate, WorkflowInstanceId workflowInstance) {
    return new AwaitedInstance(
        workflow,
        node,
        bizdate,
        workflowInstance,
        NodeInstanceId.of(workflowInstance, node),
        -1,
        new Answer.NotYet());
  }

  /** Which it is, and why it never comes if that is so. */
  String inWords() {
    String which =
        "node %s of workflow %s for %s".formatted(node.value(), workflow.value(), bizdate);
    return switch (answer) {
      case Answer.Satisfied _, Answer.NotYet _ -> which;
      case Answer.Never(Answer.Cause cause) ->
          switch (cause) {
            case NONE_THAT_DAY -> which + " has no instance";
            case LEFT_OUT -> which + " was left out by its schedule's policy for missed ticks";
          };
    };
  }

  boolean isSatisfied() {
    return answer instanceof Answer.Satisfied;
  }

  AwaitedInstance saying(long newSequence, Answer newAnswer) {
    return new AwaitedInstance(
        workflow, node, bizdate, workflowInstance, nodeInstance, newSequence, newAnswer);
  }
}
