package io.weirworks.lineage.run.history;

import java.time.Instant;

/**
 * How many runs began or ended within a quarter of an hour; every time zone's days begin with one.
 *
 * @param quarter when it began
 * @param state RUNNING for those that began, else their end
 */
public record RunCount(Instant quarter, RunState state, long runs) {}
