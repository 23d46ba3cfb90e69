package io.weirworks.lineage.run.history;

import java.time.Instant;

/**
 * A job of which runs are kept.
 *
 * @param first when the first of them appeared
 * @param latest the one that appeared last
 */
public record JobOfRuns(Instant first, KnownRun latest) {}
