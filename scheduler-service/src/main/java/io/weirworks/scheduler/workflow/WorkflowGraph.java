package io.weirworks.scheduler.workflow;

import io.weirworks.scheduler.identity.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The edges of a definition, ready for many decisions: built once per deployed version. Nodes are
 * named by their index in the definition, which is what cursors hold.
 */
public final class WorkflowGraph {
  private final WorkflowDefinition definition;
  private final Map<NodeId, Integer> indexes = new HashMap<>();
  private final List<List<Integer>> downstream = new ArrayList<>();
  private final List<Integer> upstreamCounts = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  /**
   * Builds the graph; an edge given twice counts once.
   *
   * @throws IllegalArgumentException where a node names an upstream that the definition lacks
   */
  public WorkflowGraph(WorkflowDefinition definition) {
    this.definition = definition;
    for (NodeDefinition node : definition.nodes()) {
      indexes.put(node.id(), indexes.size());
      downstream.add(new ArrayList<>());
    }
    for (NodeDefinition node : definition.nodes()) {
      Set<NodeId> upstreams = Set.copyOf(node.upstreams());
      upstreamCounts.add(upstreams.size());
      if (upstreams.isEmpty()) {
        starts.add(index(node.id()));
      }
      node.upstreams().stream()
          .distinct()
          .forEach(upstream -> downstream.get(index(upstream)).add(index(node.id())));
    }
  }

  /** The definition that this is the graph of. */
  public WorkflowDefinition definition() {
    return definition;
  }

  /** How many nodes there are. */
  public int size() {
    return upstreamCounts.size();
  }

  /** The node with this index. */
  public NodeDefinition node(int index) {
    return definition.nodes().get(index);
  }

  /** The index of a node. */
  public int index(NodeId id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException(
          "The workflow " + definition.id().value() + " has no node " + id.value() + ".");
    }
    return index;
  }

  /** The nodes without upstream: they hang on the workflow's start. */
  public List<Integer> starts() {
    return starts;
  }

  /** How many nodes must succeed before this one. */
  public int upstreamCount(int index) {
    return upstreamCounts.get(index);
  }

  /** The nodes that wait for this one. */
  public List<Integer> downstream(int index) {
    return downstream.get(index);
  }
}
