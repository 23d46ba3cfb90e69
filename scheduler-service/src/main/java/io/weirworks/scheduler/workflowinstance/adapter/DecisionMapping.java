package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.ReportWorkflowInstance;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.adapter.NodeInstanceChange;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.instance.adapter.NodeProfile;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflowinstance.Fact;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecision;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import io.weirworks.schemas.Service;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the core decided as messaging's effects: told events are told, untold ones change the row.
 * All facts come before the commands that follow from them, so that a command carries the sequence
 * of its sender's last event.
 */
record DecisionMapping(
    DeployedWorkflow workflow,
    WorkflowInstancePlan plan,
    Outcomes outcomes,
    NodePriorities priorities,
    ExecutorWatch watch,
    String actor,
    Instant now) {

  Decision decision(SubjectRef<?, ?> about, WorkflowInstanceDecision.Accepted accepted) {
    List<Effect> effects =
        Stream.of(
                accepted.facts().stream().map(this::effect),
                accepted.effects().stream()
                    .filter(effect -> !ExecutorWatch.keeps(effect))
                    .map(this::effect),
                outcomes.follow(accepted.facts()),
                watch.follow(accepted))
            .flatMap(each -> each)
            .toList();
    return new Decision.Accepted(
        about,
        effects,
        accepted.rest().isEmpty() ? null : Continuations.record(plan.id(), accepted.rest()));
  }

  private Effect effect(Fact fact) {
    return switch (fact) {
      case Fact.OfNodeInstance(NodeInstanceId id, var _, NodeInstanceEvent event) ->
          effect(id, event);
      case Fact.OfWorkflowInstance(WorkflowInstanceId id, var _, WorkflowInstanceEvent event) ->
          effect(id, event);
    };
  }

  private Effect effect(NodeInstanceId id, NodeInstanceEvent event) {
    var subject = NodeInstanceKind.ref(id);
    return switch (event) {
      case NodeInstanceEvent.NodeInstanceCreated it -> new Effect.Tell<>(subject, created(id, it));
      case NodeInstanceEvent.Told it ->
          new Effect.Tell<>(subject, new NodeInstanceChange.Happened(it, now));
      case NodeInstanceEvent.Untold it ->
          new Effect.Change<>(subject, new NodeInstanceChange.Happened(it, now));
    };
  }

  private NodeInstanceChange created(
      NodeInstanceId id, NodeInstanceEvent.NodeInstanceCreated event) {
    var graph = workflow.graph();
    var core = graph.node(graph.index(event.node()));
    var node = workflow.node(event.node());
    NodeId loop = core.steering().loop();
    NodeProfile profile =
        new NodeProfile(
            workflow.names(),
            plan.workflow().value(),
            plan.version(),
            plan.type(),
            plan.backfill() == null ? null : plan.backfill().value().toString(),
            node.getName(),
            node.getCommand(),
            loop == null ? null : NodeInstanceId.of(plan.id(), loop).value().toString(),
            plan.bizdate().toString(),
            plan.scheduledTime(),
            plan.work(core) == NodeWork.DRY_RUN,
            priorities.made(node),
            now);
    NodeInstance created = NodeInstance.created(id, event);
    List<String> blockedBy =
        core.upstreams().stream()
            .distinct()
            .map(upstream -> created.beside(upstream).value().toString())
            .toList();
    return new NodeInstanceChange.Created(created, profile, blockedBy, outcomes.early(id));
  }

  private Effect effect(WorkflowInstanceId id, WorkflowInstanceEvent event) {
    var subject = WorkflowInstanceKind.ref(id);
    return switch (event) {
      case WorkflowInstanceEvent.WorkflowInstanceCreated it ->
          new Effect.Tell<>(subject, new WorkflowInstanceChange.Created(it, workflow.names()));
      case WorkflowInstanceEvent.Told it ->
          new Effect.Tell<>(subject, new WorkflowInstanceChange.Happened(it, now));
      case WorkflowInstanceEvent.Untold it ->
          new Effect.Change<>(subject, new WorkflowInstanceChange.Happened(it, now));
    };
  }

  private Effect effect(io.weirworks.scheduler.workflowinstance.Effect effect) {
    return switch (effect) {
      case io.weirworks.scheduler.workflowinstance.Effect.DispatchRun dispatch ->
          new RunCommands(workflow, plan, priorities).run(dispatch);
      case io.weirworks.scheduler.workflowinstance.Effect.StopRun stop ->
          new RunCommands(workflow, plan, priorities).stop(stop);
      case io.weirworks.scheduler.workflowinstance.Effect.AwaitOutcome(var node, var upstream) ->
          Outcomes.await(node, plan, upstream);
      case io.weirworks.scheduler.workflowinstance.Effect.LogOperation(
              var instance,
              var operation) ->
          OperationLog.write(instance, operation, actor, now);
      case io.weirworks.scheduler.workflowinstance.Effect.SetTimer(
              NodeInstanceId node,
              var timer) ->
          new Effect.SetTimer(NodeInstanceKind.ref(node), timer.kind().name(), timer.due());
      case io.weirworks.scheduler.workflowinstance.Effect.ClearTimer(
              NodeInstanceId node,
              var kind) ->
          new Effect.ClearTimer(NodeInstanceKind.ref(node), kind.name());
      case io.weirworks.scheduler.workflowinstance.Effect.ReportWorkflowInstance report ->
          report(report);
    };
  }

  private static Effect report(
      io.weirworks.scheduler.workflowinstance.Effect.ReportWorkflowInstance report) {
    String id = report.workflowInstance().value().toString();
    String backfill = report.backfill().value().toString();
    return new Effect.Ask(
        Service.SCHEDULER,
        backfill,
        WorkflowInstanceKind.ref(report.workflowInstance()),
        sequence ->
            ReportWorkflowInstance.newBuilder()
                .setBackfillId(backfill)
                .setSender(new Sender(id, sequence))
                .setBizdate(report.bizdate().toString())
                .setStatus(FlowStatus.valueOf(report.status().name()))
                .build(),
        List.of());
  }
}
