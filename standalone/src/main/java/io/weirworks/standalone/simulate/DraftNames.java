package io.weirworks.standalone.simulate;

import io.weirworks.registry.flowspec.SpecNodeOutput;
import io.weirworks.registry.flowspec.SpecReference;
import io.weirworks.scheduler.dependency.DeclaredDependency;
import io.weirworks.scheduler.dependency.DeclaredDependency.Upstream;
import io.weirworks.scheduler.dependency.NodeKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ids and outputs of one document name: a node, a workflow as a whole, or by a node that
 * only refers to one elsewhere, another document's output.
 */
final class DraftNames {
  private final Map<String, NodeKey> nodes = new LinkedHashMap<>();
  private final Map<String, DraftFlow> workflows = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<NodeKey, Set<String>> outputs = new HashMap<>();
  private final Map<String, NodeKey> owners = new HashMap<>();

  DraftNames(List<DraftFlow> flows, String workspace) {
    for (DraftFlow flow : flows) {
      if (flow.id() != null) {
        workflows.put(flow.id(), flow);
      }
      flow.nodes().forEach(node -> add(flow, node, workspace));
    }
  }

  private void add(DraftFlow flow, DraftFlow.Placed placed, String workspace) {
    SpecReference reference = placed.node().reference();
    if (reference != null) {
      references.put(placed.id(), Objects.requireNonNullElse(reference.output(), ""));
      return;
    }
    NodeKey key = new NodeKey(flow.name(), placed.name());
    nodes.put(placed.id(), key);
    Set<String> own = new LinkedHashSet<>();
    placed.node().outputs().nodeOutputs().stream()
        .map(SpecNodeOutput::data)
        .filter(Objects::nonNull)
        .forEach(own::add);
    own.add(workspace + "." + placed.id() + "_out");
    own.add(workspace + "." + placed.name());
    own.forEach(output -> owners.putIfAbsent(output, key));
    outputs.put(key, own);
  }

  /** Whether a node only stands for one elsewhere. */
  static boolean isReference(DraftFlow.Placed placed) {
    return placed.node().reference() != null;
  }

  @Nullable NodeKey node(@Nullable String id) {
    return id == null ? null : nodes.get(id);
  }

  boolean isWorkflow(@Nullable String id) {
    return id != null && workflows.containsKey(id);
  }

  Set<String> ids() {
    return nodes.keySet();
  }

  boolean isOwn(NodeKey node, String output) {
    return outputs.getOrDefault(node, Set.of()).contains(output);
  }

  /** What an upstream's id names; a workflow as a whole is its last nodes. */
  List<Upstream> upstreams(String id, DraftDependencies dependencies) {
    NodeKey node = nodes.get(id);
    if (node != null) {
      return List.of(new Upstream.Node(node));
    }
    if (references.containsKey(id)) {
      return List.of(new Upstream.Output(references.get(id)));
    }
    return isWorkflow(id)
        ? lastNodes(id, dependencies).stream().<Upstream>map(Upstream.Node::new).toList()
        : List.of();
  }

  /** The nodes of a workflow that wait for no other one of it. */
  List<NodeKey> firstNodes(String workflow, DraftDependencies dependencies) {
    return keys(workflow).stream().filter(key -> inner(key, dependencies).isEmpty()).toList();
  }

  /** The nodes of a workflow that no other one of it waits for. */
  List<NodeKey> lastNodes(String workflow, DraftDependencies dependencies) {
    List<NodeKey> keys = keys(workflow);
    Set<NodeKey> waitedFor = new HashSet<>();
    keys.forEach(key -> waitedFor.addAll(inner(key, dependencies)));
    return keys.stream().filter(key -> !waitedFor.contains(key)).toList();
  }

  private List<NodeKey> keys(String workflow) {
    DraftFlow flow = workflows.get(workflow);
    return flow == null
        ? List.of()
        : flow.nodes().stream()
            .filter(placed -> !isReference(placed))
            .map(placed -> new NodeKey(flow.name(), placed.name()))
            .toList();
  }

  private List<NodeKey> inner(NodeKey key, DraftDependencies dependencies) {
    List<NodeKey> upstreams = new ArrayList<>();
    for (DeclaredDependency dependency : dependencies.of(key)) {
      if (dependency instanceof DeclaredDependency.Normal(Upstream upstream)) {
        NodeKey owner =
            switch (upstream) {
              case Upstream.Node(NodeKey node) -> node;
              case Upstream.Output(String name) -> owners.get(name);
            };
        if (owner != null && owner.workflow().equals(key.workflow())) {
          upstreams.add(owner);
        }
      }
    }
    return upstreams;
  }
}
