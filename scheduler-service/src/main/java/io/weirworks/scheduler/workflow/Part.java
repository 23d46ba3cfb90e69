package io.weirworks.scheduler.workflow;

import io.weirworks.scheduler.identity.NodeId;
import java.util.Set;

/**
 * Which nodes of a workflow have their instances together (DESIGN 5: a node on its own is a
 * workflow of one).
 */
public sealed interface Part {

  /** All nodes, whatever their triggers: a manual run, a backfill. */
  record Whole() implements Part {}

  /** The nodes that follow the workflow's trigger. */
  record Common() implements Part {}

  /** A node with a trigger of its own; where it is a loop, with what is inside. */
  record Single(NodeId node) implements Part {}

  /**
   * Some nodes of a part that has instances together, as a backfill chooses them.
   *
   * @param of {@link Common} or {@link Single}
   * @param run nodes that do what they do
   * @param dryRun nodes that keep the others in order
   */
  record Selected(Part of, Set<NodeId> run, Set<NodeId> dryRun) implements Part {
    public Selected {
      run = Set.copyOf(run);
      dryRun = Set.copyOf(dryRun);
    }
  }
}
