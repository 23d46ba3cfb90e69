package io.weirworks.registry.computingresource.adapter;

import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.registry.computingresource.ComputingResource;
import io.weirworks.registry.decision.adapter.Decisions;
import io.weirworks.registry.workspace.adapter.WorkspaceSubjectKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Decides {@code RegisterComputingResource} on the shard of the workspace. */
@Singleton
final class RegisterComputingResourceHandler implements Handler<RegisterComputingResource> {

  @Override
  public Class<RegisterComputingResource> type() {
    return RegisterComputingResource.class;
  }

  @Override
  public Optional<String> orderingKey(
      RegisterComputingResource command, Envelope envelope, Work work) {
    return Optional.of(WorkspaceSubjectKind.orderingKey(command.getWorkspace()));
  }

  @Override
  public void load(List<RegisterComputingResource> commands, Work work) {
    work.load(
        WorkspaceSubjectKind.WORKSPACE,
        commands.stream().map(command -> WorkspaceSubjectKind.id(command.getWorkspace())).toList());
    work.load(
        ComputingResourceSubjectKind.COMPUTING_RESOURCE,
        commands.stream()
            .map(
                command ->
                    ComputingResourceSubjectKind.id(command.getWorkspace(), command.getName()))
            .toList());
  }

  @Override
  public Decision decide(RegisterComputingResource command, Asked asked, Work work) {
    String workspace = command.getWorkspace();
    String name = command.getName();
    return Decisions.of(
        ComputingResourceSubjectKind.ref(workspace, name),
        ComputingResource.decide(
            ComputingResourceSubjectKind.find(work, workspace, name),
            ComputingResourceRecords.command(command),
            WorkspaceSubjectKind.find(work, workspace),
            asked.now()));
  }
}
