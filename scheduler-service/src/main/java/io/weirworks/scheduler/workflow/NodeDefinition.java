package io.weirworks.scheduler.workflow;

import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node as the scheduler's core sees it: when and how often; of what it runs only the text.
 *
 * @param timeout of running, after which the executor ends it; it is not rerun then
 * @param parameters its own; those of the workflow are added when an instance is made
 * @param upstreams nodes of the same workflow that must succeed first; none: it hangs on the
 *     workflow's start
 * @param code before parameters are put in
 * @param steering its part in the workflow's control flow
 * @param dependencies on instances outside the workflow instance; only what the schedule made waits
 *     for them
 * @param timetable of its own, apart from the workflow's; null: it follows the workflow's
 */
public record NodeDefinition(
    NodeId id,
    NodeWork work,
    RerunPolicy rerun,
    Duration timeout,
    ParameterDefinitions parameters,
    List<NodeId> upstreams,
    String code,
    Steering steering,
    List<NodeDependency> dependencies,
    @Nullable Timetable timetable) {
  public NodeDefinition {
    upstreams = List.copyOf(upstreams);
    dependencies = List.copyOf(dependencies);
  }

  /** A node that depends on nothing outside its workflow instance. */
  public NodeDefinition(
      NodeId id,
      NodeWork work,
      RerunPolicy rerun,
      Duration timeout,
      ParameterDefinitions parameters,
      List<NodeId> upstreams,
      String code,
      Steering steering) {
    this(id, work, rerun, timeout, parameters, upstreams, code, steering, List.of(), null);
  }

  /** A node outside of all control flow. */
  public NodeDefinition(
      NodeId id,
      NodeWork work,
      RerunPolicy rerun,
      Duration timeout,
      ParameterDefinitions parameters,
      List<NodeId> upstreams,
      String code) {
    this(id, work, rerun, timeout, parameters, upstreams, code, Steering.NONE);
  }

  /** The node doing something else at its turn. */
  public NodeDefinition doing(NodeWork other) {
    return new NodeDefinition(
        id, other, rerun, timeout, parameters, upstreams, code, steering, dependencies, timetable);
  }

  /** Whether its instances wait for those of the cycle before. */
  public boolean isSelfDependent() {
    return dependencies.contains(new NodeDependency.OnItself());
  }

  /** The node among these alone: its other upstreams become dependencies. */
  NodeDefinition within(Set<NodeId> inside, Function<NodeId, NodeDependency> outside) {
    return new NodeDefinition(
        id,
        work,
        rerun,
        timeout,
        parameters,
        upstreams.stream().filter(inside::contains).toList(),
        code,
        steering,
        Stream.concat(
                dependencies.stream(),
                upstreams.stream().filter(upstream -> !inside.contains(upstream)).map(outside))
            .distinct()
            .toList(),
        timetable);
  }
}
