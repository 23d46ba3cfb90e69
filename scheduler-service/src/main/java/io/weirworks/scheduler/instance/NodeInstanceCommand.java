package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node instance can be told. */
public sealed interface NodeInstanceCommand {

  /** What comes from outside the workflow instance. */
  sealed interface Outer extends NodeInstanceCommand {}

  /** What an operator asks of one instance. */
  sealed interface Operate extends Outer permits OperatorCommand {}

  /**
   * A manual rerun sets it back.
   *
   * @param rerunOf the node that the command named
   * @param openUpstreams whom it waits for then
   */
  record Reset(NodeId rerunOf, List<NodeId> openUpstreams, @Nullable String comment)
      implements NodeInstanceCommand {
    public Reset {
      openUpstreams = List.copyOf(openUpstreams);
    }
  }

  /** An upstream may have been set back. */
  record RecountUpstreams() implements NodeInstanceCommand {}

  /** The workflow instance has all its nodes: one without upstream begins. */
  record Start() implements NodeInstanceCommand {}

  /** The instance of an upstream node succeeded. */
  record ReleaseUpstream(NodeId upstream) implements NodeInstanceCommand {}

  /** An upstream of a join ended, however. */
  record EndUpstream(NodeId upstream) implements NodeInstanceCommand {}

  /**
   * A turn of a loop ended.
   *
   * @param said whether END of a do-while wants another; a fault: the turn failed
   */
  record EndIteration(int number, Verdict<Boolean> said) implements NodeInstanceCommand {}

  /**
   * An instance of another workflow instance said how it stands.
   *
   * @param sequence its own
   */
  record LearnOutcome(NodeInstanceId upstream, long sequence, Answer answer) implements Outer {}

  /** The signal that a trigger node waits for came. */
  record ReceiveSignal() implements Outer {}

  /** The executor told something about the instance's run. */
  record ReportRun(RunFact fact) implements Outer {}

  /** A timer is due. */
  record FireTimer(Timer.Kind kind) implements Outer {}

  /** Somebody asked to cancel it, and why. */
  record Cancel(@Nullable String reason) implements Outer {}
}
