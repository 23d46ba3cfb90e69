package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.Plans;
import io.weirworks.scheduler.workflow.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node that has instances by the clock, as a baseline sees it.
 *
 * @param workflowName what people call its workflow
 * @param name what people call it
 * @param part the nodes that have their instances together with it
 * @param plans its instances, day by day
 * @param beside upstreams in the same workflow instance
 * @param dependencies on instances of other workflow instances
 * @param inside the nodes inside it where it is a loop
 * @param runs whether an instance of it takes time: not a zero-load node, a branch or the like
 */
public record WatchedNode(
    NodeKey key,
    String workflowName,
    String name,
    Part part,
    Plans plans,
    List<NodeKey> beside,
    List<NodeDependency> dependencies,
    List<NodeKey> inside,
    boolean runs) {
  public WatchedNode {
    beside = List.copyOf(beside);
    dependencies = List.copyOf(dependencies);
    inside = List.copyOf(inside);
  }

  /** The nodes that it depends on in the same cycle, in whichever workflow. */
  Stream<NodeKey> sameCycle() {
    return Stream.concat(
        beside.stream(),
        dependencies.stream()
            .flatMap(
                dependency ->
                    dependency instanceof NodeDependency.OnSameCycle(NodeKey upstream)
                        ? Stream.of(upstream)
                        : Stream.empty()));
  }
}
