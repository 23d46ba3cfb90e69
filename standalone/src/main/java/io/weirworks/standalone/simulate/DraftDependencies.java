package io.weirworks.standalone.simulate;

import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecDepend;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNodeName;
import io.weirworks.registry.flowspec.SpecNodeOutput;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.scheduler.dependency.DeclaredDependency;
import io.weirworks.scheduler.dependency.DeclaredDependency.Upstream;
import io.weirworks.scheduler.dependency.NodeKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of one document are written to depend on (dataworks-semantics 1.7): its edges, the
 * outputs that its nodes consume, and the nodes whose variables they read.
 */
final class DraftDependencies {
  private final DraftNames names;
  private final Problems problems;
  private final Map<NodeKey, List<DeclaredDependency>> declared = new LinkedHashMap<>();
  private final Map<NodeKey, Set<String>> outputsOfEdges = new LinkedHashMap<>();

  DraftDependencies(DraftNames names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  List<DeclaredDependency> of(NodeKey node) {
    return declared.getOrDefault(node, List.of());
  }

  /** Edges between nodes. Those of a workflow as a whole are added once these are known. */
  void addEdges(List<SpecFlowDepend> edges, String path) {
    for (int i = 0; i < edges.size(); i++) {
      String at = path + "[" + i + "]";
      NodeKey node = names.node(edges.get(i).nodeId());
      if (node != null) {
        addDepends(node, edges.get(i).depends(), at);
      } else if (!names.isWorkflow(edges.get(i).nodeId())) {
        unknown(edges.get(i).nodeId(), at + ".nodeId");
      }
    }
  }

  /** An edge of a workflow as a whole is one of each of its first nodes. */
  void addWorkflowEdges(List<SpecFlowDepend> edges, String path) {
    for (int i = 0; i < edges.size(); i++) {
      String workflow = edges.get(i).nodeId();
      if (workflow != null && names.node(workflow) == null) {
        for (NodeKey first : names.firstNodes(workflow, this)) {
          addDepends(first, edges.get(i).depends(), path + "[" + i + "]");
        }
      }
    }
  }

  /** What a node consumes it waits for; an edge to the same output says how. */
  void addConsumed(NodeKey node, List<SpecNodeOutput> outputs) {
    for (SpecNodeOutput output : outputs) {
      String name = output.data();
      if (name != null
          && !names.isOwn(node, name)
          && !outputsOfEdges.getOrDefault(node, Set.of()).contains(name)) {
        add(node, new DeclaredDependency.Normal(new Upstream.Output(name)));
      }
    }
  }

  /** A variable is read from the node that names it. */
  void addVariables(NodeKey node, List<SpecVariable> variables) {
    for (SpecVariable variable : variables) {
      Upstream upstream = producer(variable);
      if (upstream != null && !isItself(node, upstream)) {
        add(node, new DeclaredDependency.Normal(upstream));
      }
    }
  }

  private @Nullable Upstream producer(SpecVariable variable) {
    SpecNodeName named = variable.node();
    if (named == null && variable.referenceVariable() != null) {
      named = variable.referenceVariable().node();
    }
    if (named == null) {
      return null;
    }
    NodeKey key = names.node(named.nodeId());
    if (key != null) {
      return new Upstream.Node(key);
    }
    return named.output() == null ? null : new Upstream.Output(named.output());
  }

  private void addDepends(NodeKey node, List<SpecDepend> depends, String path) {
    for (int j = 0; j < depends.size(); j++) {
      SpecDepend depend = depends.get(j);
      String at = path + ".depends[" + j + "]";
      if (depend.output() != null) {
        outputsOfEdges.computeIfAbsent(node, absent -> new HashSet<>()).add(depend.output());
      }
      switch (depend.type()) {
        case CROSS_CYCLE_SELF -> add(node, new DeclaredDependency.CrossCycleSelf());
        case CROSS_CYCLE_CHILDREN -> add(node, new DeclaredDependency.CrossCycleChildren());
        case CROSS_CYCLE_OTHER_NODE ->
            upstreams(depend, at)
                .forEach(
                    upstream -> add(node, new DeclaredDependency.CrossCycleOtherNode(upstream)));
        case NORMAL -> upstreams(depend, at).forEach(upstream -> addNormal(node, upstream, at));
      }
    }
  }

  private void addNormal(NodeKey node, Upstream upstream, String path) {
    if (isItself(node, upstream)) {
      problems.add(
          RejectionCode.SELF_DEPENDENCY,
          path,
          node.node(),
          "another node, or type CrossCycleDependsOnSelf");
    } else {
      add(node, new DeclaredDependency.Normal(upstream));
    }
  }

  private boolean isItself(NodeKey node, Upstream upstream) {
    return switch (upstream) {
      case Upstream.Node(NodeKey key) -> key.equals(node);
      case Upstream.Output(String name) -> names.isOwn(node, name);
    };
  }

  private List<Upstream> upstreams(SpecDepend depend, String path) {
    if (depend.nodeId() == null) {
      if (depend.output() == null) {
        problems.add(RejectionCode.MISSING_VALUE, path, "", "the upstream's nodeId or output");
        return List.of();
      }
      return List.of(new Upstream.Output(depend.output()));
    }
    List<Upstream> found = names.upstreams(depend.nodeId(), this);
    if (found.isEmpty()) {
      if (depend.output() != null) {
        return List.of(new Upstream.Output(depend.output()));
      }
      unknown(depend.nodeId(), path + ".nodeId");
    }
    return found;
  }

  private void unknown(@Nullable String nodeId, String path) {
    String shown = nodeId == null ? "" : nodeId;
    problems.add(
        RejectionCode.UNRESOLVED_DEPENDENCY,
        path,
        shown,
        "the id of a node of this document" + NearMatches.hint(shown, names.ids()));
  }

  private void add(NodeKey node, DeclaredDependency dependency) {
    List<DeclaredDependency> ofNode = declared.computeIfAbsent(node, absent -> new ArrayList<>());
    if (!ofNode.contains(dependency)) {
      ofNode.add(dependency);
    }
  }
}
