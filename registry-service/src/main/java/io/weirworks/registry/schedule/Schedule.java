package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.Recurrence;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a workflow's instances are due, in the workflow's zone (dataworks-semantics 1.5, 3.1).
 *
 * @param cron six fields: second, minute, hour, day of month, month, day of week
 * @param start first wall time of the effective period; absent: no bound
 * @param end last wall time of the effective period; absent: no bound
 */
public record Schedule(
    String cron,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    Recurrence recurrence) {}
