package io.weirworks.registry.workflow;

import java.util.Arrays;
import java.util.Optional;

/**
 * The document kinds that can be deployed as a workflow (dataworks-semantics 1.1). A node on its
 * own is a workflow of one (DESIGN 5).
 */
public enum WorkflowKind {
  /** Runs on its timetable. */
  CYCLE_WORKFLOW("CycleWorkflow", true),
  /** Runs when asked. */
  MANUAL_WORKFLOW("ManualWorkflow", false),
  /** One node on its timetable. */
  NODE("Node", true),
  /** One node, run when asked. */
  MANUAL_NODE("ManualNode", false);

  private final String text;
  private final boolean scheduled;

  WorkflowKind(String text, boolean scheduled) {
    this.text = text;
    this.scheduled = scheduled;
  }

  /** How documents write it. */
  public String text() {
    return text;
  }

  /** Whether it needs a trigger with a cron expression. */
  public boolean isScheduled() {
    return scheduled;
  }

  boolean isSingleNode() {
    return this == NODE || this == MANUAL_NODE;
  }

  static Optional<WorkflowKind> written(String kind) {
    return Arrays.stream(values()).filter(value -> value.text.equals(kind)).findFirst();
  }
}
