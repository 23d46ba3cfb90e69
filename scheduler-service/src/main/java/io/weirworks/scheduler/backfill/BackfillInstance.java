package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Instant;

/**
 * A workflow instance of a backfill.
 *
 * @param unit which of its units, from 0
 * @param version of the workflow, the same for all dates
 * @param type what all of it does at its turn
 */
public record BackfillInstance(
    WorkflowInstanceId id,
    int unit,
    WorkflowId workflow,
    int version,
    Instant scheduledTime,
    SchedulerType type) {}
