package io.weirworks.executor.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a running child says about itself in its {@code progress.json} (engines.md 1.7); zeros where
 * it says nothing.
 *
 * @param applicationId the engine's own id, e.g. {@code local-1700000000000}
 * @param cpuMillis CPU time of its tasks
 */
public record Progress(
    @Nullable String applicationId,
    long jobs,
    long jobsDone,
    long stages,
    long stagesDone,
    long tasks,
    long tasksDone,
    long tasksFailed,
    long cpuMillis,
    long gcMillis,
    long rowsRead,
    long bytesRead,
    long rowsWritten,
    long bytesWritten) {
  public static final Progress NONE = new Progress(null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
