package io.weirworks.scheduler.baseline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a node instance is, as a baseline sees it. */
public sealed interface InstanceProgress {

  /** It has not begun, or has not even been made. */
  record Waiting() implements InstanceProgress {}

  /** An attempt failed and the next begins by itself then. */
  record Rerunning(Instant at) implements InstanceProgress {}

  record Running(int attempt, Instant startedAt) implements InstanceProgress {}

  /** It failed for good, was stopped or is frozen; attempt 0: without a run. */
  record Failed(int attempt) implements InstanceProgress {}

  /**
   * It succeeded.
   *
   * @param startedAt null: without a run
   */
  record Succeeded(@Nullable Instant startedAt, Instant endedAt) implements InstanceProgress {}
}
