package io.weirworks.executor.runner;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a runner is.
 *
 * @param holder its name, stable over restarts and unique among runners: what it claimed before is
 *     found again under it
 * @param resourceGroup whose runs it takes
 * @param computeUnitsMilli of that group, in thousandths
 * @param slots how many runs it carries at once
 * @param workDirectory on a disk of this host; used by one runner only
 * @param retention how long the files of an ended run are kept
 */
public record RunnerSettings(
    String holder,
    String resourceGroup,
    int computeUnitsMilli,
    int slots,
    Path workDirectory,
    Duration retention) {}
