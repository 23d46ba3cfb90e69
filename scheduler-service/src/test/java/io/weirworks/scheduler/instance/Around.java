package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.identity.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node instance outside of branches and joins knows of its surroundings. */
record Around(Optional<Signal> signal, AwaitedInstances awaited) implements Surroundings {
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
}
