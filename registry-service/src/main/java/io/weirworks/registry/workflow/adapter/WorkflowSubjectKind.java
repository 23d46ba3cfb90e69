package io.weirworks.registry.workflow.adapter;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.messaging.Work;
import io.weirworks.registry.workflow.Workflow;
import io.weirworks.registry.workflow.WorkflowEvent;
import io.weirworks.registry.workflow.WorkflowState;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import io.weirworks.registry.workflow.WorkflowState.NotDeployed;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Workflows as messaging keeps and tells them. */
public final class WorkflowSubjectKind implements SubjectKind<Deployed, WorkflowEvent> {

  public static final WorkflowSubjectKind WORKFLOW = new WorkflowSubjectKind();

  private static final WorkflowTable TABLE = new WorkflowTable();

  private WorkflowSubjectKind() {}

  static SubjectRef<Deployed, WorkflowEvent> ref(UUID workflowId) {
    return new SubjectRef<>(WORKFLOW, workflowId.toString());
  }

  /** Workspace and name of the workflow; neither holds a slash. */
  static String orderingKey(String workspace, String workflow) {
    return workspace + "/" + workflow;
  }

  static WorkflowState find(Work work, UUID workflowId) {
    String id = workflowId.toString();
    return work.find(WORKFLOW, id)
        .<WorkflowState>map(deployed -> deployed)
        .orElseGet(() -> new NotDeployed(lastVersion(work, id)));
  }

  /**
   * The stub of a removed workflow keeps it. One that this transaction removed has no stub yet;
   * each version was an event of it, and so was the removal, so a greater one than any is known.
   */
  private static int lastVersion(Work work, String id) {
    return work.changed(WORKFLOW).containsKey(id)
        ? Math.toIntExact(work.sequence(WORKFLOW, id)) - 1
        : work.query(c -> TABLE.version(c, id));
  }

  @Override
  public String name() {
    return "workflow";
  }

  @Override
  public SubjectTable<Deployed> table() {
    return TABLE;
  }

  @Override
  public @Nullable Deployed evolve(@Nullable Deployed state, WorkflowEvent event) {
    return switch (Workflow.evolve(state == null ? new NotDeployed(0) : state, event)) {
      case Deployed deployed -> deployed;
      case NotDeployed _ -> null;
    };
  }

  @Override
  public String orderingKey(Deployed workflow) {
    return orderingKey(workflow.inForce().workspace(), workflow.inForce().definition().name());
  }

  @Override
  public String workspace(Deployed workflow) {
    return workflow.inForce().workspace();
  }

  @Override
  public SpecificRecord event(Deployed workflow, WorkflowEvent event) {
    return WorkflowRecords.event(event);
  }

  /** So that sequence and versions go on when it is deployed again. */
  @Override
  public boolean keepsStub() {
    return true;
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return io.weirworks.contract.registry.WorkflowState.class;
  }

  @Override
  public SpecificRecord stateRecord(Deployed workflow) {
    return WorkflowRecords.state(workflow);
  }
}
