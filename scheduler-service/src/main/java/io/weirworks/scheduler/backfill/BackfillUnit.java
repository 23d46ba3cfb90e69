package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.Part;

/**
 * Nodes of one workflow that a backfill has instances of together.
 *
 * @param version fixed when the backfill was asked for
 * @param part all of the workflow, or some nodes of it
 */
public record BackfillUnit(WorkflowId workflow, int version, Part part) {}
