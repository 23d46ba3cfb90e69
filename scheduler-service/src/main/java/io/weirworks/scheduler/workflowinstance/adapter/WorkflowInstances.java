package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;
import static io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstanceKind.WORKFLOW_INSTANCE;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.scheduler.schedule.adapter.UpstreamInstances;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflowinstance.Fact;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.CreateWorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.RerunNodeInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecider;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecision;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets the core decide on workflow instances, with what messaging has stored. */
@Singleton
public final class WorkflowInstances {

  /** Records of one decision; with changes and timers about 400 effects (DESIGN 3.3). */
  private static final int MAX_RECORDS = 200;

  private final Definitions definitions;
  private final UpstreamInstances upstreams;
  private final Parts parts;

  public WorkflowInstances(Definitions definitions, UpstreamInstances upstreams, Parts parts) {
    this.definitions = definitions;
    this.upstreams = upstreams;
    this.parts = parts;
  }

  /** Loads a batch's workflow instances, the named node instances and their neighbours. */
  public void load(
      Work work, Collection<String> workflowInstances, Collection<String> nodeInstances) {
    work.load(WORKFLOW_INSTANCE, workflowInstances);
    work.load(NODE_INSTANCE, nodeInstances);
    List<String> downstream = new ArrayList<>();
    for (String id : nodeInstances) {
      work.find(NODE_INSTANCE, id).ifPresent(node -> downstream.addAll(downstreamOf(work, node)));
    }
    work.load(NODE_INSTANCE, downstream);
  }

  /** The same for node instances that name their workflow instances themselves. */
  void load(Work work, Collection<String> nodeInstances) {
    work.load(NODE_INSTANCE, nodeInstances);
    List<String> flows =
        nodeInstances.stream()
            .flatMap(id -> work.find(NODE_INSTANCE, id).stream())
            .map(row -> row.instance().workflowInstanceId().value().toString())
            .distinct()
            .toList();
    load(work, flows, nodeInstances);
  }

  private List<String> downstreamOf(Work work, NodeInstanceRow node) {
    WorkflowInstanceId flow = node.instance().workflowInstanceId();
    return find(work, flow)
        .map(row -> new StoredNodes(definition(work, row).graph(), flow, work, upstreams))
        .map(stored -> stored.neighbours(node.instance()))
        .orElseGet(List::of);
  }

  private static Optional<WorkflowInstanceRow> find(Work work, WorkflowInstanceId id) {
    return work.find(WORKFLOW_INSTANCE, id.value().toString());
  }

  private DeployedWorkflow definition(Work work, WorkflowInstanceRow row) {
    var plan = row.instance().plan();
    return definitions.pinned(work, plan.workflow(), plan.version(), parts.of(plan.origin(), work));
  }

  /** Makes a workflow instance of this version; a repetition does nothing. */
  public Decision create(
      CreateWorkflowInstance command, DeployedWorkflow workflow, Asked asked, Work work) {
    SubjectRef<?, ?> about = WorkflowInstanceKind.ref(command.id());
    Optional<WorkflowInstanceRow> row = find(work, command.id());
    return decide(command.id(), workflow, row, command, about, asked, work);
  }

  /** Decides on a workflow instance as a whole. */
  public Decision decide(
      WorkflowInstanceId id, WorkflowInstanceCommand command, Asked asked, Work work) {
    return decide(id, command, WorkflowInstanceKind.ref(id), asked, work);
  }

  /** Decides on one of its node instances. */
  public Decision decide(WorkflowInstanceId id, ForNodeInstance command, Asked asked, Work work) {
    return decide(id, command, NodeInstanceKind.ref(command.nodeInstance()), asked, work);
  }

  /** Decides on a rerun of one of its node instances. */
  public Decision decide(WorkflowInstanceId id, RerunNodeInstance command, Asked asked, Work work) {
    return decide(id, command, NodeInstanceKind.ref(command.nodeInstance()), asked, work);
  }

  /** The version that a workflow instance is pinned to; empty where there is no such instance. */
  public Optional<DeployedWorkflow> workflowOf(WorkflowInstanceId id, Work work) {
    return find(work, id).map(row -> definition(work, row));
  }

  /** The workflow instance of a node instance; empty where there is no such node instance. */
  public static Optional<WorkflowInstanceId> workflowInstanceOf(NodeInstanceId node, Work work) {
    return work.find(NODE_INSTANCE, node.value().toString())
        .map(row -> row.instance().workflowInstanceId());
  }

  private Decision decide(
      WorkflowInstanceId id,
      WorkflowInstanceCommand command,
      SubjectRef<?, ?> about,
      Asked asked,
      Work work) {
    Optional<WorkflowInstanceRow> row = find(work, id);
    if (row.isEmpty()) {
      return Decision.nothing();
    }
    DeployedWorkflow workflow = definition(work, row.get());
    return decide(id, workflow, row, command, about, asked, work);
  }

  private Decision decide(
      WorkflowInstanceId id,
      DeployedWorkflow workflow,
      Optional<WorkflowInstanceRow> row,
      WorkflowInstanceCommand command,
      SubjectRef<?, ?> about,
      Asked asked,
      Work work) {
    StoredNodes nodes = new StoredNodes(workflow.graph(), id, work, upstreams);
    nodes.expect(command, MAX_RECORDS);
    WorkflowInstanceDecision decision =
        new WorkflowInstanceDecider(workflow.graph(), MAX_RECORDS)
            .decide(
                row.map(WorkflowInstanceRow::instance).orElse(null), nodes, command, asked.now());
    return switch (decision) {
      case WorkflowInstanceDecision.Rejected(var rejection) ->
          Decision.refused(CommandCheck.of(rejection));
      case WorkflowInstanceDecision.Accepted accepted ->
          accepted.facts().isEmpty() && accepted.effects().isEmpty()
              ? Decision.accepted(about, List.of())
              : effects(about, workflow, row, accepted, asked, work);
    };
  }

  private static Decision effects(
      SubjectRef<?, ?> about,
      DeployedWorkflow workflow,
      Optional<WorkflowInstanceRow> row,
      WorkflowInstanceDecision.Accepted accepted,
      Asked asked,
      Work work) {
    WorkflowInstancePlan plan = plan(row, accepted);
    ExecutorWatch watch =
        new ExecutorWatch(plan.id(), row.map(WorkflowInstanceRow::answerDue).orElse(null));
    Outcomes outcomes = Outcomes.of(plan, accepted.facts(), work);
    NodePriorities priorities = new NodePriorities(plan, work);
    String actor = asked.envelope().actor();
    return new DecisionMapping(workflow, plan, outcomes, priorities, watch, actor, asked.now())
        .decision(about, accepted);
  }

  /** The plan of the workflow instance that is there, or that the decision makes. */
  private static WorkflowInstancePlan plan(
      Optional<WorkflowInstanceRow> row, WorkflowInstanceDecision.Accepted accepted) {
    return row.map(stored -> stored.instance().plan())
        .or(() -> accepted.facts().stream().flatMap(WorkflowInstances::created).findFirst())
        .orElseThrow(() -> new IllegalStateException("facts of no workflow instance"));
  }

  private static Stream<WorkflowInstancePlan> created(Fact fact) {
    return fact instanceof Fact.OfWorkflowInstance(var _, var _, WorkflowInstanceCreated event)
        ? Stream.of(event.plan())
        : Stream.empty();
  }
}
