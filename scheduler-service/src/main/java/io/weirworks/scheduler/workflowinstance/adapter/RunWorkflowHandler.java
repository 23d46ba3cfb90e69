package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.CreateWorkflowInstance;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** Runs the version in force of a workflow; the command's identity gives the instance its id. */
@Singleton
public final class RunWorkflowHandler implements Handler<RunWorkflow> {

  private final WorkflowInstances instances;
  private final Definitions definitions;

  public RunWorkflowHandler(WorkflowInstances instances, Definitions definitions) {
    this.instances = instances;
    this.definitions = definitions;
  }

  @Override
  public Class<RunWorkflow> type() {
    return RunWorkflow.class;
  }

  @Override
  public Optional<String> orderingKey(RunWorkflow command, Envelope envelope, Work work) {
    return Optional.of(id(envelope).value().toString());
  }

  private static WorkflowInstanceId id(Envelope envelope) {
    return WorkflowInstanceId.manual(envelope.source(), envelope.id());
  }

  @Override
  public Decision decide(RunWorkflow command, Asked asked, Work work) {
    Optional<Rejection> wrong =
        CommandCheck.bizdate("bizdate", command.getBizdate())
            .or(() -> CommandCheck.constants(command.getParameters()));
    if (wrong.isPresent()) {
      return Decision.refused(wrong.get());
    }
    return switch (definitions.inForce(work, command.getWorkspace(), command.getWorkflow())) {
      case Definitions.Lookup.Missing(Rejection rejection) -> Decision.refused(rejection);
      case Definitions.Lookup.Found(DeployedWorkflow workflow) ->
          run(command, workflow, asked, work);
    };
  }

  /** A node that is named runs alone. */
  private Decision run(RunWorkflow command, DeployedWorkflow workflow, Asked asked, Work work) {
    String name = command.getNode();
    if (name == null) {
      Decision made = create(command, new Origin.Manual(), workflow, asked, work);
      return definitions.pinning(workflow, made, work);
    }
    return workflow.nodes().stream()
        .filter(node -> node.getName().equals(name) && node.getLoopNodeId() == null)
        .findFirst()
        .map(node -> new NodeId(node.getId()))
        .map(
            node ->
                create(
                    command,
                    new Origin.SmokeTest(node),
                    workflow.part(Parts.alone(node)),
                    asked,
                    work))
        .map(made -> definitions.pinning(workflow, made, work))
        .orElseGet(
            () ->
                Decision.refused(
                    CommandCheck.rejection(
                        CommandError.NOT_FOUND,
                        "The workflow has no node of this name outside of loops.",
                        "node",
                        name)));
  }

  private Decision create(
      RunWorkflow command, Origin origin, DeployedWorkflow workflow, Asked asked, Work work) {
    CreateWorkflowInstance create =
        new CreateWorkflowInstance(
            id(asked.envelope()),
            origin,
            LocalDate.parse(command.getBizdate()),
            command.getParameters());
    return instances.create(create, workflow, asked, work);
  }
}
