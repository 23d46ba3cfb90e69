package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeState;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Node instances in memory. */
record Stored(Map<NodeInstanceId, NodeInstance> nodes) implements NodeInstances {

  @Override
  public Optional<NodeInstance> find(NodeInstanceId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  @Override
  public void load(Collection<NodeInstanceId> ids) {
    assertThat(nodes.keySet()).containsAll(ids);
  }

  @Override
  public Set<NodeInstanceId> running(NodeCounts counts) {
    return outer(
        state -> state instanceof NodeState.WithRun || state instanceof NodeState.Looping,
        counts.running());
  }

  @Override
  public Set<NodeInstanceId> failed(NodeCounts counts) {
    return outer(
        state -> state instanceof NodeState.Failure || state instanceof NodeState.Cancelled,
        counts.failed() + counts.cancelled());
  }

  private Set<NodeInstanceId> outer(Predicate<NodeState> in, int count) {
    Set<NodeInstanceId> found =
        nodes.values().stream()
            .filter(node -> node.iteration() == null && in.test(node.state()))
            .map(NodeInstance::id)
            .collect(Collectors.toSet());
    assertThat(found).hasSize(count);
    return found;
  }
}
