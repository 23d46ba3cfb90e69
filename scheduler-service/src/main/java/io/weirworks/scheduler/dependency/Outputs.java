package io.weirworks.scheduler.dependency;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which nodes stand behind an output: names are unique whatever the workflow or workspace, and
 * compared byte for byte (dataworks-semantics 3.9).
 */
public final class Outputs {
  private static final Pattern ROOT = Pattern.compile("[^.]+_root");

  private final Map<String, List<NodeKey>> owners = new HashMap<>();

  /**
   * Notes an output unless the name is taken.
   *
   * @param nodes one; or the last nodes of a workflow that exports it as a whole
   * @return the nodes that have it: others where the name was taken
   */
  public List<NodeKey> add(String output, List<NodeKey> nodes) {
    List<NodeKey> former = owners.putIfAbsent(output, List.copyOf(nodes));
    return former == null ? nodes : former;
  }

  /** The nodes that have an output; none: no node has it. */
  public Optional<List<NodeKey>> owners(String output) {
    return Optional.ofNullable(owners.get(output));
  }

  /** All names. */
  public Set<String> names() {
    return owners.keySet();
  }

  /**
   * What a node's declared dependencies mean. The root of a workspace, on which top nodes hang, is
   * a function of time and no node (DESIGN 5). A repeat counts once.
   */
  public List<NodeDependency> resolve(NodeKey node, List<DeclaredDependency> declared) {
    Set<NodeDependency> resolved = new LinkedHashSet<>();
    for (DeclaredDependency dependency : declared) {
      switch (dependency) {
        case DeclaredDependency.CrossCycleSelf _ -> resolved.add(new NodeDependency.OnItself());
        case DeclaredDependency.CrossCycleChildren _ ->
            resolved.add(new NodeDependency.OnChildren());
        case DeclaredDependency.Normal(var upstream) -> addSameCycle(upstream, resolved);
        case DeclaredDependency.CrossCycleOtherNode(var upstream) ->
            owners(upstream)
                .forEach(
                    owner ->
                        resolved.add(
                            owner.equals(node)
                                ? new NodeDependency.OnItself()
                                : new NodeDependency.OnPreviousCycle(owner)));
      }
    }
    return List.copyOf(resolved);
  }

  private void addSameCycle(DeclaredDependency.Upstream upstream, Set<NodeDependency> resolved) {
    List<NodeKey> nodes = owners(upstream);
    nodes.forEach(owner -> resolved.add(new NodeDependency.OnSameCycle(owner)));
    if (nodes.isEmpty()
        && upstream instanceof DeclaredDependency.Upstream.Output(String name)
        && !isRoot(name)) {
      resolved.add(new NodeDependency.OnUnknownOutput(name));
    }
  }

  private List<NodeKey> owners(DeclaredDependency.Upstream upstream) {
    return switch (upstream) {
      case DeclaredDependency.Upstream.Node(NodeKey key) -> List.of(key);
      case DeclaredDependency.Upstream.Output(String name) -> owners(name).orElse(List.of());
    };
  }

  /** Whether an output is the root of a workspace: {@code workspace_root}. */
  public static boolean isRoot(String output) {
    return ROOT.matcher(output).matches();
  }
}
