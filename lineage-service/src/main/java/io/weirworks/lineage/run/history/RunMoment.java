package io.weirworks.lineage.run.history;

import java.time.Instant;

/**
 * A run began or ended: what is kept of all the events that were told of it.
 *
 * @param state RUNNING where it began, else its end
 */
public record RunMoment(KnownRun run, RunState state, Instant at) {}
