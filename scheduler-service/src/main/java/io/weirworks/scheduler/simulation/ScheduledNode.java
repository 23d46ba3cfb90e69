package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import java.util.List;

/**
 * A node that runs by a timetable, as far as that is needed to say when and after what.
 *
 * @param dependencies resolved; none: it hangs on the workflow's start
 * @param parameters its own and those of its workflow
 * @param resource where it runs
 */
public record ScheduledNode(
    NodeKey key,
    GenerationHistory history,
    List<NodeDependency> dependencies,
    ParameterDefinitions parameters,
    RunResource resource) {
  public ScheduledNode {
    dependencies = List.copyOf(dependencies);
  }

  boolean isSelfDependent() {
    return dependencies.contains(new NodeDependency.OnItself());
  }
}
