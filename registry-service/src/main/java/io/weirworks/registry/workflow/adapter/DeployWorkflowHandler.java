package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.registry.DeployWorkflow;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.registry.computingresource.ComputingResourceState;
import io.weirworks.registry.computingresource.adapter.ComputingResourceSubjectKind;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.Rejection;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.decision.adapter.Decisions;
import io.weirworks.registry.workflow.DeployContext;
import io.weirworks.registry.workflow.ExpressionCheck;
import io.weirworks.registry.workflow.LinkCheck;
import io.weirworks.registry.workflow.TargetCheck;
import io.weirworks.registry.workflow.Workflow;
import io.weirworks.registry.workflow.WorkflowCommand;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState;
import io.weirworks.registry.workspace.WorkspaceState;
import io.weirworks.registry.workspace.adapter.WorkspaceSubjectKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides {@code DeployWorkflow} on the shard of the workflow. What names no workflow, because the
 * workspace is unknown or the document wrong, is refused on the shard of the workspace: there it is
 * certain that the workspace does not exist, and a sender that keys all commands of a workspace by
 * its name need not wait for one before it sends the next.
 */
@Singleton
final class DeployWorkflowHandler implements Handler<DeployWorkflow> {

  private final ExpressionCheck expressions;
  private final LatestReading reading = new LatestReading();

  DeployWorkflowHandler(ExpressionCheck expressions) {
    this.expressions = expressions;
  }

  @Override
  public Class<DeployWorkflow> type() {
    return DeployWorkflow.class;
  }

  @Override
  public Optional<String> orderingKey(DeployWorkflow command, Envelope envelope, Work work) {
    return Optional.of(
        switch (draft(command, work)) {
          case Checked.Valid<WorkflowDraft>(var draft) ->
              WorkflowSubjectKind.orderingKey(draft.workspace(), draft.definition().name());
          case Checked.Invalid<WorkflowDraft> _ ->
              WorkspaceSubjectKind.orderingKey(command.getWorkspace());
        });
  }

  @Override
  public void load(List<DeployWorkflow> commands, Work work) {
    work.load(
        WorkspaceSubjectKind.WORKSPACE,
        commands.stream().map(command -> WorkspaceSubjectKind.id(command.getWorkspace())).toList());
  }

  @Override
  public Decision decide(DeployWorkflow command, Asked asked, Work work) {
    return switch (draft(command, work)) {
      case Checked.Invalid<WorkflowDraft>(var problems) -> refused(problems);
      case Checked.Valid<WorkflowDraft>(var draft) -> deploy(draft, command, asked, work);
    };
  }

  private Decision deploy(WorkflowDraft draft, DeployWorkflow command, Asked asked, Work work) {
    List<Problem> problems = new ArrayList<>(unknownTargets(draft, work));
    DeployedRows deployed = DeployedRows.inOrder(work, draft.workflowId());
    return switch (LinkCheck.link(draft, deployed)) {
      case Checked.Invalid<WorkflowDraft>(var found) -> {
        problems.addAll(found);
        yield refused(problems);
      }
      case Checked.Valid<WorkflowDraft>(var linked) when problems.isEmpty() -> {
        WorkflowState state = WorkflowSubjectKind.find(work, linked.workflowId());
        yield Decisions.of(
            WorkflowSubjectKind.ref(linked.workflowId()),
            Workflow.decide(
                state,
                new WorkflowCommand.DeployWorkflow(linked, command.getComment()),
                asked.now()),
            event -> LinkWrites.of(state, event, deployed));
      }
      case Checked.Valid<WorkflowDraft> _ -> refused(problems);
    };
  }

  private static Decision refused(List<Problem> problems) {
    return Decisions.refused(Rejection.of(problems));
  }

  private static List<Problem> unknownTargets(WorkflowDraft draft, Work work) {
    String workspace = draft.workspace();
    work.load(
        ComputingResourceSubjectKind.COMPUTING_RESOURCE,
        TargetCheck.named(draft.definition()).stream()
            .map(name -> ComputingResourceSubjectKind.id(workspace, name))
            .toList());
    return TargetCheck.problems(
        draft.definition(),
        name ->
            ComputingResourceSubjectKind.find(work, workspace, name)
                instanceof ComputingResourceState.Registered);
  }

  private Checked<WorkflowDraft> draft(DeployWorkflow command, Work work) {
    return switch (WorkspaceSubjectKind.find(work, command.getWorkspace())) {
      case WorkspaceState.Absent() ->
          new Checked.Invalid<>(
              List.of(
                  new Problem(
                      RejectionCode.NOT_FOUND,
                      "workspace",
                      command.getWorkspace(),
                      "the name of a workspace")));
      case WorkspaceState.Active workspace ->
          reading.read(
              command.getSpec(),
              new DeployContext(
                  workspace.workspaceId(), workspace.name(), workspace.timeZone(), expressions));
    };
  }
}
