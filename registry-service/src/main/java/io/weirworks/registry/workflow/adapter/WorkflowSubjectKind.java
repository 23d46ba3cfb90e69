package io.weirworks.registry.workflow.adapter;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.messaging.Work;
import io.weirworks.registry.workflow.Workflow;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowEvent;
import io.weirworks.registry.workflow.WorkflowState;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import io.weirworks.registry.workflow.WorkflowState.NotDeployed;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Workflows as messaging keeps and tells them. */
public final class WorkflowSubjectKind implements SubjectKind<Deployed, WorkflowEvent> {

  public static final WorkflowSubjectKind WORKFLOW = new WorkflowSubjectKind();

  private static final WorkflowTable TABLE = new WorkflowTable();

  private WorkflowSubjectKind() {}

  static SubjectRef<Deployed, WorkflowEvent> ref(WorkflowDraft draft) {
    return new SubjectRef<>(WORKFLOW, draft.workflowId().toString());
  }

  /** Workspace and name of the workflow; neither holds a slash. */
  static String orderingKey(WorkflowDraft draft) {
    return draft.workspace() + "/" + draft.definition().name();
  }

  static WorkflowState find(Work work, WorkflowDraft draft) {
    return work.find(WORKFLOW, draft.workflowId().toString())
        .<WorkflowState>map(deployed -> deployed)
        .orElse(new NotDeployed());
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
    return switch (Workflow.evolve(state == null ? new NotDeployed() : state, event)) {
      case Deployed deployed -> deployed;
      case NotDeployed() -> null;
    };
  }

  @Override
  public String orderingKey(Deployed workflow) {
    return orderingKey(workflow.inForce());
  }

  @Override
  public String workspace(Deployed workflow) {
    return workflow.inForce().workspace();
  }

  @Override
  public SpecificRecord event(Deployed workflow, WorkflowEvent event) {
    return WorkflowRecords.event(event);
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
