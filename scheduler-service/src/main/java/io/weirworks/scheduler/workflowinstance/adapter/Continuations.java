package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.ContinuationKind;
import io.weirworks.contract.scheduler.ContinuationStep;
import io.weirworks.contract.scheduler.ContinueWorkflowInstance;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a decision, as a record. */
final class Continuations {

  private Continuations() {}

  static ContinueWorkflowInstance record(WorkflowInstanceId id, List<Step> steps) {
    return new ContinueWorkflowInstance(
        id.value().toString(), steps.stream().map(Continuations::record).toList());
  }

  private static ContinuationStep record(Step step) {
    return switch (step) {
      case Step.CreateNodes(int next) -> step(ContinuationKind.CREATE_NODES, null, next, 0);
      case Step.StartNodes(int next) -> step(ContinuationKind.START_NODES, null, next, 0);
      case Step.CancelNodes(int next) -> step(ContinuationKind.CANCEL_NODES, null, next, 0);
      case Step.ReleaseDownstream(int node, int next, int number) ->
          step(ContinuationKind.RELEASE_DOWNSTREAM, node, next, number);
      case Step.CreateTurn(int loop, int number, int next) ->
          step(ContinuationKind.CREATE_TURN, loop, next, number);
      case Step.StartTurn(int loop, int number, int next) ->
          step(ContinuationKind.START_TURN, loop, next, number);
      case Step.CancelTurn(int loop, int number, int next) ->
          step(ContinuationKind.CANCEL_TURN, loop, next, number);
      case Step.RerunNodes(int of, List<Integer> nodes, int next, String comment) ->
          new ContinuationStep(ContinuationKind.RERUN_NODES, of, next, 0, nodes, comment);
      case Step.RecountDownstream(int node, int next) ->
          step(ContinuationKind.RECOUNT_DOWNSTREAM, node, next, 0);
      case Step.RecountNode(int node) -> step(ContinuationKind.RECOUNT_NODE, node, 0, 0);
      case Step.EndTurns(int loop) -> step(ContinuationKind.END_TURNS, loop, 0, 0);
    };
  }

  private static ContinuationStep step(
      ContinuationKind kind, @Nullable Integer node, int next, int iteration) {
    return ContinuationStep.newBuilder()
        .setKind(kind)
        .setNode(node)
        .setNext(next)
        .setIteration(iteration)
        .build();
  }

  static List<Step> steps(ContinueWorkflowInstance record) {
    return record.getSteps().stream().map(Continuations::step).toList();
  }

  private static Step step(ContinuationStep record) {
    int next = record.getNext();
    return switch (record.getKind()) {
      case CREATE_NODES -> new Step.CreateNodes(next);
      case START_NODES -> new Step.StartNodes(next);
      case CANCEL_NODES -> new Step.CancelNodes(next);
      case RELEASE_DOWNSTREAM ->
          new Step.ReleaseDownstream(record.getNode(), next, record.getIteration());
      case CREATE_TURN -> new Step.CreateTurn(record.getNode(), record.getIteration(), next);
      case START_TURN -> new Step.StartTurn(record.getNode(), record.getIteration(), next);
      case CANCEL_TURN -> new Step.CancelTurn(record.getNode(), record.getIteration(), next);
      case RERUN_NODES ->
          new Step.RerunNodes(record.getNode(), record.getNodes(), next, record.getComment());
      case RECOUNT_DOWNSTREAM -> new Step.RecountDownstream(record.getNode(), next);
      case RECOUNT_NODE -> new Step.RecountNode(record.getNode());
      case END_TURNS -> new Step.EndTurns(record.getNode());
      case UNKNOWN -> throw new IllegalArgumentException("this version knows no such step");
    };
  }
}
