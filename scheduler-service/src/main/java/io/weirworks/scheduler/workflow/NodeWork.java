package io.weirworks.scheduler.workflow;

/** What an instance of a node does at its turn. */
public enum NodeWork {
  /** The executor runs its code. */
  RUN,
  /** It succeeds inside the scheduler: a zero-load node (VIRTUAL). */
  ZERO_LOAD,
  /** It steers others inside the scheduler: branch, join, parameter node, loop, trigger. */
  CONTROL,
  /** It succeeds without running its code (schedulerType 3, SKIP). */
  DRY_RUN,
  /** It fails without running and blocks its downstream (schedulerType 2, PAUSE). */
  FROZEN
}
