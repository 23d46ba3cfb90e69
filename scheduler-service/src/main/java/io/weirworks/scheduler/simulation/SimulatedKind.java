package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.generation.SchedulerType;

/** What a simulated instance does at its turn. */
public enum SimulatedKind {
  /** It runs (type 0). */
  NORMAL,
  /** It fails without running and blocks its downstream (type 2). */
  FROZEN,
  /** It succeeds without running, since the node is set to skip (type 3). */
  SKIPPED,
  /** It succeeds without running for another reason (types 4 to 7). */
  DRY_RUN;

  static SimulatedKind of(SchedulerType type) {
    return switch (type) {
      case NORMAL, MANUAL -> NORMAL;
      case PAUSE -> FROZEN;
      case SKIP -> SKIPPED;
      case SKIP_UNCHOOSE, SKIP_CYCLE, CONDITION_UNCHOOSE, REALTIME_DEPRECATED -> DRY_RUN;
    };
  }
}
