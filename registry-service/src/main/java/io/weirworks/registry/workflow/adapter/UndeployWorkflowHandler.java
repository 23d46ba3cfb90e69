package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.registry.UndeployWorkflow;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.registry.decision.adapter.Decisions;
import io.weirworks.registry.identity.SubjectName;
import io.weirworks.registry.workflow.Workflow;
import io.weirworks.registry.workflow.WorkflowCommand;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState;
import io.weirworks.registry.workspace.Workspace;
import io.weirworks.registry.workspace.adapter.WorkspaceSubjectKind;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Decides {@code UndeployWorkflow} on the shard of the workflow. */
@Singleton
final class UndeployWorkflowHandler implements Handler<UndeployWorkflow> {

  private static final int LONGEST_NAME = 128;

  @Override
  public Class<UndeployWorkflow> type() {
    return UndeployWorkflow.class;
  }

  /** No workflow has a name that is too long for a key; it is refused beside its workspace. */
  @Override
  public Optional<String> orderingKey(UndeployWorkflow command, Envelope envelope, Work work) {
    String workspace = WorkspaceSubjectKind.orderingKey(command.getWorkspace());
    return Optional.of(
        SubjectName.isValid(workspace) && command.getWorkflow().length() <= LONGEST_NAME
            ? WorkflowSubjectKind.orderingKey(workspace, command.getWorkflow())
            : workspace);
  }

  @Override
  public Decision decide(UndeployWorkflow command, Asked asked, Work work) {
    UUID id = WorkflowDraft.workflowId(Workspace.id(command.getWorkspace()), command.getWorkflow());
    DeployedRows deployed = DeployedRows.inOrder(work, id);
    WorkflowState state = WorkflowSubjectKind.find(work, id);
    return Decisions.of(
        WorkflowSubjectKind.ref(id),
        Workflow.decide(
            state,
            new WorkflowCommand.UndeployWorkflow(
                command.getWorkflow(), deployed.downstreams(), command.getComment()),
            asked.now()),
        event -> LinkWrites.of(state, event, deployed));
  }
}
