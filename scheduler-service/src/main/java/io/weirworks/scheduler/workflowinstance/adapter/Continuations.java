package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.ContinuationKind;
import io.weirworks.contract.scheduler.ContinuationStep;
import io.weirworks.contract.scheduler.ContinueWorkflowInstance;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.Step;
import java.util.List;

/** What is left of a decision, as a record. */
final class Continuations {

  private Continuations() {}

  static ContinueWorkflowInstance record(WorkflowInstanceId id, List<Step> steps) {
    return new ContinueWorkflowInstance(
        id.value().toString(), steps.stream().map(Continuations::record).toList());
  }

  private static ContinuationStep record(Step step) {
    return switch (step) {
      case Step.CreateNodes(int next) ->
          new ContinuationStep(ContinuationKind.CREATE_NODES, null, next);
      case Step.StartNodes(int next) ->
          new ContinuationStep(ContinuationKind.START_NODES, null, next);
      case Step.CancelNodes(int next) ->
          new ContinuationStep(ContinuationKind.CANCEL_NODES, null, next);
      case Step.ReleaseDownstream(int node, int next) ->
          new ContinuationStep(ContinuationKind.RELEASE_DOWNSTREAM, node, next);
    };
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
      case RELEASE_DOWNSTREAM -> new Step.ReleaseDownstream(record.getNode(), next);
      case UNKNOWN -> throw new IllegalArgumentException("this version knows no such step");
    };
  }
}
