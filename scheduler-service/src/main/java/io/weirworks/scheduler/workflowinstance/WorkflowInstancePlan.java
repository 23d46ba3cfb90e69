package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstancePlan;
import io.weirworks.scheduler.instance.Surroundings;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow instance was generated from; fixed for its life.
 *
 * @param origin what made it
 * @param scheduledTime that of the schedule's tick, else the day after the business date at the
 *     workflow's time of day
 * @param constants replace parameters of these names, the nodes' own included
 * @param generatedAt the time at which parameters are evaluated
 */
public record WorkflowInstancePlan(
    WorkflowInstanceId id,
    WorkflowId workflow,
    int version,
    Origin origin,
    LocalDate bizdate,
    Instant scheduledTime,
    Map<String, String> constants,
    Instant generatedAt) {
  public WorkflowInstancePlan {
    constants = Map.copyOf(constants);
  }

  /** The kind of what made it. */
  public WorkflowInstanceType type() {
    return switch (origin) {
      case Origin.Manual _ -> WorkflowInstanceType.MANUAL;
      case Origin.SmokeTest _ -> WorkflowInstanceType.SMOKE_TEST;
      case Origin.OfBackfill _ -> WorkflowInstanceType.SUPPLEMENT_DATA;
      case Origin.Scheduled _ -> WorkflowInstanceType.NORMAL;
    };
  }

  /** The backfill that made it; null: none did. */
  public @Nullable BackfillId backfill() {
    return origin instanceof Origin.OfBackfill ofBackfill ? ofBackfill.backfill() : null;
  }

  /** What all of it does at its turn. */
  public SchedulerType schedulerType() {
    return switch (origin) {
      case Origin.Manual _, Origin.SmokeTest _ -> SchedulerType.MANUAL;
      case Origin.OfBackfill ofBackfill -> ofBackfill.type();
      case Origin.Scheduled scheduled -> scheduled.type();
    };
  }

  /**
   * What a node of it does at its turn. What is set for the node goes before what the day says
   * (dataworks-semantics 3.4).
   */
  public NodeWork work(NodeDefinition node) {
    return switch (node.work()) {
      case FROZEN, DRY_RUN -> node.work();
      case RUN, ZERO_LOAD, CONTROL ->
          switch (schedulerType()) {
            case NORMAL, MANUAL -> node.work();
            case PAUSE -> NodeWork.FROZEN;
            case SKIP, SKIP_UNCHOOSE, SKIP_CYCLE, CONDITION_UNCHOOSE, REALTIME_DEPRECATED ->
                NodeWork.DRY_RUN;
          };
    };
  }

  NodeInstancePlan node(
      WorkflowDefinition definition,
      NodeDefinition node,
      NodeInstanceId nodeInstance,
      Surroundings surroundings) {
    return new NodeInstancePlan(
        node.doing(work(node)),
        definition.parameters(),
        constants,
        context(definition, node, nodeInstance),
        notBefore(),
        origin instanceof Origin.Scheduled,
        surroundings);
  }

  /** To an instance of tomorrow the present day is its own scheduled date. */
  private EvaluationContext context(
      WorkflowDefinition definition, NodeDefinition node, NodeInstanceId nodeInstance) {
    var ids =
        new EvaluationContext.Ids(
            workflow.value(), node.id().value(), nodeInstance.value().toString());
    return switch (origin) {
      case Origin.Manual _, Origin.SmokeTest _ ->
          EvaluationContext.of(scheduledTime, definition.zone(), generatedAt, ids);
      case Origin.OfBackfill _ ->
          EvaluationContext.ofBackfill(scheduledTime, definition.zone(), generatedAt, ids);
      case Origin.Scheduled _ ->
          EvaluationContext.of(scheduledTime, definition.zone(), scheduledTime, ids);
    };
  }

  private @Nullable Instant notBefore() {
    return switch (origin) {
      case Origin.Manual _, Origin.SmokeTest _ -> null;
      case Origin.OfBackfill ofBackfill -> ofBackfill.waitsForTime() ? scheduledTime : null;
      case Origin.Scheduled scheduled -> scheduled.notBefore();
    };
  }
}
