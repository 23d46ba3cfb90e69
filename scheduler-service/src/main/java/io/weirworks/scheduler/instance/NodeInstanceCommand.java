package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.identity.NodeId;
import org.jspecify.annotations.Nullable;

/** What a node instance can be told. */
public sealed interface NodeInstanceCommand {

  /** What comes from outside the workflow instance. */
  sealed interface Outer extends NodeInstanceCommand {}

  /** The workflow instance has all its nodes: one without upstream begins. */
  record Start() implements NodeInstanceCommand {}

  /** The instance of an upstream node succeeded. */
  record ReleaseUpstream(NodeId upstream) implements NodeInstanceCommand {}

  /** The executor told something about the instance's run. */
  record ReportRun(RunFact fact) implements Outer {}

  /** A timer is due. */
  record FireTimer(Timer.Kind kind) implements Outer {}

  /** Somebody asked to cancel it, and why. */
  record Cancel(@Nullable String reason) implements Outer {}
}
