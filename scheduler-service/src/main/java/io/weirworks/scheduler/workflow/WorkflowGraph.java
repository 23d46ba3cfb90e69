package io.weirworks.scheduler.workflow;

import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.identity.NodeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The edges of a definition, ready for many decisions: built once per deployed version. Nodes are
 * named by their index in the definition, which is what cursors hold. The nodes inside a loop are
 * in the same definition and have edges among themselves only.
 */
public final class WorkflowGraph {
  private final WorkflowDefinition definition;
  private final Map<NodeId, Integer> indexes = new HashMap<>();
  private final List<List<Integer>> downstream = new ArrayList<>();
  private final List<Integer> upstreamCounts = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final Map<Integer, List<Integer>> inside = new HashMap<>();
  private final BitSet mayBeLeftOut = new BitSet();
  private final BitSet beforeJoin = new BitSet();
  private int outerSize;

  /**
   * Builds the graph; an edge given twice counts once.
   *
   * @throws IllegalArgumentException where a node names an upstream or a loop that the definition
   *     lacks
   */
  public WorkflowGraph(WorkflowDefinition definition) {
    this.definition = definition;
    for (NodeDefinition node : definition.nodes()) {
      indexes.put(node.id(), indexes.size());
      downstream.add(new ArrayList<>());
    }
    for (NodeDefinition node : definition.nodes()) {
      place(node);
      Set<NodeId> upstreams = Set.copyOf(node.upstreams());
      upstreamCounts.add(upstreams.size());
      node.upstreams().stream().distinct().forEach(upstream -> connect(upstream, node));
    }
    markLeftOut();
  }

  private void place(NodeDefinition node) {
    int index = index(node.id());
    NodeId loop = node.steering().loop();
    if (loop != null) {
      inside.computeIfAbsent(index(loop), _ -> new ArrayList<>()).add(index);
      return;
    }
    outerSize++;
    if (node.upstreams().isEmpty()) {
      starts.add(index);
    }
  }

  private void connect(NodeId upstream, NodeDefinition node) {
    downstream.get(index(upstream)).add(index(node.id()));
    if (node.steering().control() instanceof Control.Meet) {
      beforeJoin.set(index(upstream));
    }
  }

  /** From the arms of branches on, until a join or a node that runs all the same. */
  private void markLeftOut() {
    Deque<Integer> reached = new ArrayDeque<>();
    for (NodeDefinition node : definition.nodes()) {
      if (!node.steering().arms().isEmpty() && node.steering().inheritsSkip()) {
        reached.add(index(node.id()));
      }
    }
    while (!reached.isEmpty()) {
      int index = reached.remove();
      if (!mayBeLeftOut.get(index)) {
        mayBeLeftOut.set(index);
        downstream.get(index).stream()
            .filter(next -> node(next).steering().inheritsSkip())
            .forEach(reached::add);
      }
    }
  }

  /** The definition that this is the graph of. */
  public WorkflowDefinition definition() {
    return definition;
  }

  /** How many nodes there are, those inside loops included. */
  public int size() {
    return upstreamCounts.size();
  }

  /** How many nodes there are outside of loops. */
  public int outerSize() {
    return outerSize;
  }

  /** The node with this index. */
  public NodeDefinition node(int index) {
    return definition.nodes().get(index);
  }

  /** A node; nothing where the definition lacks it. */
  public Optional<NodeDefinition> find(NodeId id) {
    return Optional.ofNullable(indexes.get(id)).map(this::node);
  }

  /** Whether it has a node; a part of a workflow lacks those of others. */
  public boolean has(NodeId id) {
    return indexes.containsKey(id);
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

  /** The nodes without upstream outside of loops: they hang on the workflow's start. */
  public List<Integer> starts() {
    return starts;
  }

  /** The nodes inside a loop. */
  public List<Integer> inside(int loop) {
    return inside.getOrDefault(loop, List.of());
  }

  /** Whether the node is inside a loop. */
  public boolean isInner(int index) {
    return node(index).steering().loop() != null;
  }

  /** How many nodes must succeed before this one. */
  public int upstreamCount(int index) {
    return upstreamCounts.get(index);
  }

  /** The nodes that wait for this one. */
  public List<Integer> downstream(int index) {
    return downstream.get(index);
  }

  /** Whether a branch may leave the node out. */
  public boolean mayBeLeftOut(int index) {
    return mayBeLeftOut.get(index);
  }

  /** Whether a join waits for the node, so that its failure is an end like others. */
  public boolean isBeforeJoin(int index) {
    return beforeJoin.get(index);
  }
}
