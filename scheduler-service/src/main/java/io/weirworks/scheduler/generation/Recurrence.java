package io.weirworks.scheduler.generation;

/** What all instances of a node do at their turn (dataworks-semantics 1.3). */
public enum Recurrence {
  /** They run. */
  NORMAL,
  /** They succeed without running. */
  SKIP,
  /** They are frozen. */
  PAUSE
}
