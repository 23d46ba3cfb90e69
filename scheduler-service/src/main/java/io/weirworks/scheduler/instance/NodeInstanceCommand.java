package io.weirworks.scheduler.instance;

import org.jspecify.annotations.Nullable;

/** What a node instance can be told. */
public sealed interface NodeInstanceCommand {

  /** What comes from outside the workflow instance. */
  sealed interface Outer extends NodeInstanceCommand {}

  /** The workflow instance has all its nodes: one without upstream begins. */
  record Start() implements NodeInstanceCommand {}

  /** An upstream instance succeeded. */
  record ReleaseUpstream() implements NodeInstanceCommand {}

  /** The executor told something about the instance's run. */
  record ReportRun(RunFact fact) implements Outer {}

  /** A timer is due. */
  record FireTimer(Timer.Kind kind) implements Outer {}

  /** Somebody asked to cancel it, and why. */
  record Cancel(@Nullable String reason) implements Outer {}
}
