package io.weirworks.scheduler.instance;

/** Whose turn it is while a node instance waits (R14); a closed list. */
public enum WaitOwner {
  /** The upstream instances that it is blocked by. */
  UPSTREAM,
  /** Nobody's: it goes on at the deadline. */
  CLOCK,
  /** The executor and the runners of the resource group. */
  EXECUTOR,
  /** The engine that runs it, at most until the deadline. */
  ENGINE,
  /** The node instances of the loop's turns that run. */
  ITERATIONS,
  /** Whoever is to send the signal. */
  EXTERNAL_SIGNAL,
  /** Whoever froze it. */
  OPERATOR
}
