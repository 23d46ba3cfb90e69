package io.weirworks.registry.workspace.adapter;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.messaging.Work;
import io.weirworks.registry.identity.SubjectName;
import io.weirworks.registry.workspace.Workspace;
import io.weirworks.registry.workspace.WorkspaceEvent;
import io.weirworks.registry.workspace.WorkspaceState;
import io.weirworks.registry.workspace.WorkspaceState.Absent;
import io.weirworks.registry.workspace.WorkspaceState.Active;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Workspaces as messaging keeps and tells them. */
public final class WorkspaceSubjectKind implements SubjectKind<Active, WorkspaceEvent> {

  public static final WorkspaceSubjectKind WORKSPACE = new WorkspaceSubjectKind();

  private static final WorkspaceTable TABLE = new WorkspaceTable();

  private WorkspaceSubjectKind() {}

  static SubjectRef<Active, WorkspaceEvent> ref(String name) {
    return new SubjectRef<>(WORKSPACE, id(name));
  }

  /** Subject id of the workspace of this name. */
  public static String id(String name) {
    return Workspace.id(name).toString();
  }

  /**
   * The key of a workspace and of everything that is decided beside it. What breaks the rules for
   * names may be of any length and is refused on the shard of the empty key.
   */
  public static String orderingKey(String name) {
    return SubjectName.isValid(name) ? name : "";
  }

  /** The workspace of this name as it stands. */
  public static WorkspaceState find(Work work, String name) {
    return work.find(WORKSPACE, id(name))
        .<WorkspaceState>map(active -> active)
        .orElse(new Absent());
  }

  @Override
  public String name() {
    return "workspace";
  }

  @Override
  public SubjectTable<Active> table() {
    return TABLE;
  }

  @Override
  public @Nullable Active evolve(@Nullable Active state, WorkspaceEvent event) {
    return switch (Workspace.evolve(state == null ? new Absent() : state, event)) {
      case Active active -> active;
      case Absent() -> null;
    };
  }

  @Override
  public String orderingKey(Active workspace) {
    return orderingKey(workspace.name());
  }

  @Override
  public String workspace(Active workspace) {
    return workspace.name();
  }

  @Override
  public SpecificRecord event(Active workspace, WorkspaceEvent event) {
    return WorkspaceRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return io.weirworks.contract.registry.WorkspaceState.class;
  }

  @Override
  public SpecificRecord stateRecord(Active workspace) {
    return WorkspaceRecords.state(workspace);
  }
}
