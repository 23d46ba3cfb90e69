package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.scheduler.schedule.WorkflowScheduleEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a schedule with what its row shows besides.
 *
 * @param profile after it
 * @param nextGeneration after it; null: never
 */
record WorkflowScheduleChange(
    WorkflowScheduleEvent event,
    ScheduleProfile profile,
    @Nullable Instant nextGeneration,
    Instant at) {}
