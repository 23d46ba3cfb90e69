package io.weirworks.scheduler.generation;

import io.weirworks.scheduler.recurrence.Tick;

/** An instance as it is generated: when it is due and what it does then. */
public record PlannedInstance(Tick tick, SchedulerType type) {}
