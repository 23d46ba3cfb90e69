package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.dependency.NodeKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that a backfill has instances of (dataworks-semantics 5.2): what is chosen runs; what
 * lies between chosen nodes and is not chosen, is excluded, or may not be run by who asks, dry-runs
 * so that the order is kept.
 */
public final class NodeSelection {
  /** The most nodes that one backfill looks at. */
  static final int MAX_NODES = 20_000;

  /** What was selected, or why nothing was. */
  public sealed interface Result {
    /** The nodes that run and those that dry-run. */
    record Selected(Set<NodeKey> run, Set<NodeKey> dryRun) implements Result {}

    /** Refused. */
    record Refused(Rejection rejection) implements Result {}
  }

  /** Which nodes are asked for. */
  public sealed interface Wanted {
    /** The root and those of its descendants that are included. */
    record General(NodeKey root, Set<NodeKey> included) implements Wanted {}

    /** These. */
    record ManualSelection(Set<NodeKey> included) implements Wanted {}

    /** These and all between them. */
    record Chain(Set<NodeKey> ends) implements Wanted {}

    /** The root and all its descendants. */
    record AllDownstream(NodeKey root) implements Wanted {}
  }

  private final NodeNetwork network;
  private final Map<NodeKey, Set<NodeKey>> upstream = new HashMap<>();
  private final Set<NodeKey> reached = new LinkedHashSet<>();

  private NodeSelection(NodeNetwork network) {
    this.network = network;
  }

  /**
   * Selects.
   *
   * @param excluded nodes that are to be left out
   * @param permitted whether who asks may run a node; until there are roles it allows all
   */
  public static Result of(
      Wanted wanted, Set<NodeKey> excluded, NodeNetwork network, Predicate<NodeKey> permitted) {
    NodeSelection selection = new NodeSelection(network);
    return selection.reach(named(wanted))
        ? selection.select(wanted, excluded, permitted)
        : refused(
            "The nodes named have more than %d descendants.".formatted(MAX_NODES),
            "rootNode",
            null);
  }

  private static Set<NodeKey> named(Wanted wanted) {
    return switch (wanted) {
      case Wanted.General(NodeKey root, var _) -> Set.of(root);
      case Wanted.ManualSelection(var included) -> included;
      case Wanted.Chain(var ends) -> ends;
      case Wanted.AllDownstream(NodeKey root) -> Set.of(root);
    };
  }

  /** False: there are too many. */
  private boolean reach(Set<NodeKey> from) {
    Deque<NodeKey> open = new ArrayDeque<>(from);
    reached.addAll(from);
    while (!open.isEmpty() && reached.size() <= MAX_NODES) {
      NodeKey node = open.remove();
      for (NodeKey next : network.downstream(node)) {
        upstream.computeIfAbsent(next, _ -> new HashSet<>()).add(node);
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached.size() <= MAX_NODES;
  }

  private Result select(Wanted wanted, Set<NodeKey> excluded, Predicate<NodeKey> permitted) {
    for (NodeKey node : named(wanted)) {
      if (!permitted.test(node)) {
        return refused("You may not run this node.", "rootNode", node);
      }
    }
    if (wanted instanceof Wanted.General(var root, var included)) {
      for (NodeKey node : included) {
        if (!reached.contains(node)) {
          return refused(
              "The node is no descendant of %s; choose among its descendants, or MANUAL_SELECTION."
                  .formatted(root.node()),
              "includeNodes",
              node);
        }
      }
    }
    Set<NodeKey> run = new LinkedHashSet<>(chosen(wanted));
    run.removeIf(node -> excluded.contains(node) || !permitted.test(node));
    if (run.isEmpty()) {
      return refused("No node is left to run.", "includeNodes", null);
    }
    Set<NodeKey> dry = new LinkedHashSet<>(between(run));
    dry.removeAll(run);
    return new Result.Selected(run, dry);
  }

  private Set<NodeKey> chosen(Wanted wanted) {
    return switch (wanted) {
      case Wanted.General(NodeKey root, Set<NodeKey> included) -> {
        Set<NodeKey> all = new LinkedHashSet<>(included);
        all.add(root);
        yield all;
      }
      case Wanted.ManualSelection(Set<NodeKey> included) -> included;
      case Wanted.Chain(Set<NodeKey> ends) -> between(ends);
      case Wanted.AllDownstream _ -> reached;
    };
  }

  /** These and the nodes on the ways from one of them to another. */
  private Set<NodeKey> between(Set<NodeKey> ends) {
    Set<NodeKey> leading = new LinkedHashSet<>(ends);
    Deque<NodeKey> open = new ArrayDeque<>(ends);
    while (!open.isEmpty()) {
      upstream.getOrDefault(open.remove(), Set.of()).stream()
          .filter(leading::add)
          .forEach(open::add);
    }
    Set<NodeKey> behind = new LinkedHashSet<>(ends);
    open.addAll(ends);
    while (!open.isEmpty()) {
      network.downstream(open.remove()).stream()
          .filter(leading::contains)
          .filter(behind::add)
          .forEach(open::add);
    }
    return behind;
  }

  private static Result refused(String message, String field, @Nullable NodeKey node) {
    return new Result.Refused(
        new Rejection(
            RejectionCode.INVALID_PARAMETER, message, field, node == null ? "" : node.node()));
  }
}
