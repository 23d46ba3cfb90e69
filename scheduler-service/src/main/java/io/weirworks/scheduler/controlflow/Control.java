package io.weirworks.scheduler.controlflow;

/** What a node steers; most steer nothing. */
public sealed interface Control {

  /** Nothing: it runs, or is a zero-load node. */
  record None() implements Control {}

  /** Chooses among its arms. */
  record Choose(Branch branch) implements Control {}

  /** Waits for arms, whatever became of them. */
  record Meet(Join join) implements Control {}

  /** Hands values on: its own parameters and those that it is bound to (PARAM_HUB). */
  record HandOn() implements Control {}

  /** Runs the nodes inside it again and again. */
  record Repeat(Loop loop) implements Control {}

  /** Waits for a signal from outside (SCHEDULER_TRIGGER). */
  record AwaitSignal() implements Control {}
}
