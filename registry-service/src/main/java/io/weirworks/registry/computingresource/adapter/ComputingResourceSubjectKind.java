package io.weirworks.registry.computingresource.adapter;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.messaging.Work;
import io.weirworks.registry.computingresource.ComputingResource;
import io.weirworks.registry.computingresource.ComputingResourceEvent;
import io.weirworks.registry.computingresource.ComputingResourceState;
import io.weirworks.registry.computingresource.ComputingResourceState.Absent;
import io.weirworks.registry.computingresource.ComputingResourceState.Registered;
import io.weirworks.registry.workspace.Workspace;
import io.weirworks.registry.workspace.adapter.WorkspaceSubjectKind;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Computing resources as messaging keeps and tells them: in one order with their workspace. */
public final class ComputingResourceSubjectKind
    implements SubjectKind<Registered, ComputingResourceEvent> {

  public static final ComputingResourceSubjectKind COMPUTING_RESOURCE =
      new ComputingResourceSubjectKind();

  private static final ComputingResourceTable TABLE = new ComputingResourceTable();

  private ComputingResourceSubjectKind() {}

  static SubjectRef<Registered, ComputingResourceEvent> ref(String workspace, String name) {
    return new SubjectRef<>(COMPUTING_RESOURCE, id(workspace, name));
  }

  /** Subject id of the computing resource of this name in a workspace. */
  public static String id(String workspace, String name) {
    return ComputingResource.id(Workspace.id(workspace), name).toString();
  }

  /** The computing resource of this name as it stands. */
  public static ComputingResourceState find(Work work, String workspace, String name) {
    return work.find(COMPUTING_RESOURCE, id(workspace, name))
        .<ComputingResourceState>map(registered -> registered)
        .orElse(new Absent());
  }

  @Override
  public String name() {
    return "computing-resource";
  }

  @Override
  public SubjectTable<Registered> table() {
    return TABLE;
  }

  @Override
  public @Nullable Registered evolve(@Nullable Registered state, ComputingResourceEvent event) {
    return switch (ComputingResource.evolve(state == null ? new Absent() : state, event)) {
      case Registered registered -> registered;
      case Absent() -> null;
    };
  }

  @Override
  public String orderingKey(Registered resource) {
    return WorkspaceSubjectKind.orderingKey(resource.workspace());
  }

  @Override
  public String workspace(Registered resource) {
    return resource.workspace();
  }

  @Override
  public SpecificRecord event(Registered resource, ComputingResourceEvent event) {
    return ComputingResourceRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return io.weirworks.contract.registry.ComputingResourceState.class;
  }

  @Override
  public SpecificRecord stateRecord(Registered resource) {
    return ComputingResourceRecords.state(resource);
  }
}
