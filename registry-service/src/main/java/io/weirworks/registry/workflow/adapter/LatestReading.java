package io.weirworks.registry.workflow.adapter;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.workflow.DeployContext;
import io.weirworks.registry.workflow.WorkflowDraft;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents, the one read last only once: a command's ordering key needs the whole document,
 * and so does its decision, which follows at once. One thread.
 */
final class LatestReading {

  private record Reading(String text, DeployContext context, Checked<WorkflowDraft> draft) {
    boolean isOf(String otherText, DeployContext otherContext) {
      return context.equals(otherContext) && text.equals(otherText);
    }
  }

  private @Nullable Reading latest;

  Checked<WorkflowDraft> read(String text, DeployContext context) {
    Reading reading = latest;
    if (reading == null || !reading.isOf(text, context)) {
      reading = new Reading(text, context, WorkflowDraft.read(text, context));
      latest = reading;
    }
    return reading.draft();
  }
}
