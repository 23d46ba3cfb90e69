package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.identity.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node instance knows of its direct upstream at its turn; looked up only where the node asks
 * for it.
 */
public interface Surroundings {
  /** Of a node outside of all control flow. */
  Surroundings NONE =
      new Surroundings() {
        @Override
        public boolean isLeftOut() {
          return false;
        }

        @Override
        public Verdict<Inputs> inputs() {
          return new Verdict.Value<>(Inputs.NONE);
        }

        @Override
        public Map<NodeId, Join.End> ends() {
          return Map.of();
        }

        @Override
        public List<NodeId> openUpstreams() {
          return List.of();
        }

        @Override
        public Optional<Signal> signal() {
          return Optional.empty();
        }

        @Override
        public AwaitedInstances awaited() {
          return AwaitedInstances.NONE;
        }
      };

  /** Whether a branch has left it out, directly or through an upstream. */
  boolean isLeftOut();

  /** The values that it is bound to. */
  Verdict<Inputs> inputs();

  /** How those tasks of its arms ended that have. */
  Map<NodeId, Join.End> ends();

  /** Upstream nodes that it waits for: of a join, those that have not ended. */
  List<NodeId> openUpstreams();

  /** The latest signal for it. */
  Optional<Signal> signal();

  /** The instances outside its workflow instance that it waits for, nothing known of them yet. */
  AwaitedInstances awaited();
}
