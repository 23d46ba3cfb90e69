package io.weirworks.standalone.simulate;

import io.weirworks.scheduler.dependency.DeclaredDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.simulation.RunResource;
import java.util.List;

/**
 * A node of a draft or a deployed definition that runs by a timetable.
 *
 * @param dependencies as they are written
 */
record DefinedNode(
    NodeKey key,
    Timetable timetable,
    List<DeclaredDependency> dependencies,
    ParameterDefinitions parameters,
    RunResource resource) {
  DefinedNode {
    dependencies = List.copyOf(dependencies);
  }
}
