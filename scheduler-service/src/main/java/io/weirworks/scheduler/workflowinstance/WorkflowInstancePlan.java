package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstancePlan;
import io.weirworks.scheduler.instance.Surroundings;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow instance was generated from; fixed for its life.
 *
 * @param backfill that made it; null for a manual run
 * @param scheduledTime the day after the business date at the workflow's time of day
 * @param constants replace parameters of these names, the nodes' own included
 * @param generatedAt the time at which parameters are evaluated
 */
public record WorkflowInstancePlan(
    WorkflowInstanceId id,
    WorkflowId workflow,
    int version,
    @Nullable BackfillId backfill,
    LocalDate bizdate,
    Instant scheduledTime,
    Map<String, String> constants,
    Instant generatedAt) {
  public WorkflowInstancePlan {
    constants = Map.copyOf(constants);
  }

  /** What made it. */
  public WorkflowInstanceType type() {
    return backfill == null ? WorkflowInstanceType.MANUAL : WorkflowInstanceType.SUPPLEMENT_DATA;
  }

  NodeInstancePlan node(
      WorkflowDefinition definition,
      NodeDefinition node,
      NodeInstanceId nodeInstance,
      Surroundings surroundings) {
    var ids =
        new EvaluationContext.Ids(
            workflow.value(), node.id().value(), nodeInstance.value().toString());
    EvaluationContext context =
        switch (type()) {
          case MANUAL -> EvaluationContext.of(scheduledTime, definition.zone(), generatedAt, ids);
          case SUPPLEMENT_DATA ->
              EvaluationContext.ofBackfill(scheduledTime, definition.zone(), generatedAt, ids);
        };
    return new NodeInstancePlan(
        node,
        definition.parameters(),
        constants,
        context,
        notBefore(),
        awaitsSignal(),
        surroundings);
  }

  /** Only what the schedule made waits for a signal (dataworks-semantics 4.8). */
  private boolean awaitsSignal() {
    return switch (type()) {
      case MANUAL, SUPPLEMENT_DATA -> false;
    };
  }

  private @Nullable Instant notBefore() {
    return switch (type()) {
      case MANUAL -> null;
      case SUPPLEMENT_DATA -> scheduledTime;
    };
  }
}
