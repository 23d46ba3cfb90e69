package io.weirworks.registry.workspace.adapter;

import io.micronaut.context.annotation.Property;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.registry.decision.adapter.Decisions;
import io.weirworks.registry.workspace.Workspace;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Decides {@code CreateWorkspace}; all commands for one name pass one shard. */
@Singleton
final class CreateWorkspaceHandler implements Handler<CreateWorkspace> {

  private final ZoneId platformZone;

  /** Refuses to start with a zone that there is not. */
  CreateWorkspaceHandler(
      @Property(name = "weirworks.time-zone", defaultValue = "UTC") String zone) {
    this.platformZone = ZoneId.of(zone);
  }

  @Override
  public Class<CreateWorkspace> type() {
    return CreateWorkspace.class;
  }

  @Override
  public Optional<String> orderingKey(CreateWorkspace command, Envelope envelope, Work work) {
    return Optional.of(WorkspaceSubjectKind.orderingKey(command.getName()));
  }

  @Override
  public void load(List<CreateWorkspace> commands, Work work) {
    work.load(
        WorkspaceSubjectKind.WORKSPACE,
        commands.stream().map(command -> WorkspaceSubjectKind.id(command.getName())).toList());
  }

  @Override
  public Decision decide(CreateWorkspace command, Asked asked, Work work) {
    return Decisions.of(
        WorkspaceSubjectKind.ref(command.getName()),
        Workspace.decide(
            WorkspaceSubjectKind.find(work, command.getName()),
            WorkspaceRecords.command(command, platformZone),
            asked.now()));
  }
}
