package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.DependencyKind;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.Position;
import io.weirworks.scheduler.dependency.PreviousCycle;
import io.weirworks.scheduler.dependency.Range;
import io.weirworks.scheduler.dependency.SameCycle;
import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.simulation.SimulatedInstance.Edge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The instances that one instance depends on, from what its node is defined to depend on. */
final class DependencyEdges {
  private static final Comparator<Edge> ORDER =
      Comparator.comparing((Edge edge) -> edge.scheduledTime().toInstant())
          .thenComparing(Edge::key)
          .thenComparing(Edge::kind);

  private final Universe universe;
  private final NodePlans node;
  private final LocalDate day;
  private final int index;
  private final List<Edge> edges = new ArrayList<>();
  private int wanted;
  private int missing;

  /**
   * @param index of the instance in its node's day
   */
  DependencyEdges(Universe universe, NodePlans node, LocalDate day, int index) {
    this.universe = universe;
    this.node = node;
    this.day = day;
    this.index = index;
    node.node().dependencies().forEach(this::add);
  }

  /** In order of time, workflow, node and kind, each once. */
  List<Edge> all() {
    return edges.stream().distinct().sorted(ORDER).toList();
  }

  /**
   * Whether it depends on nodes of the same cycle and none of them has an instance that day
   * (dataworks-semantics 5.5).
   */
  boolean isIsolated() {
    return wanted > 0 && missing == wanted;
  }

  private void add(NodeDependency dependency) {
    switch (dependency) {
      case NodeDependency.OnSameCycle(NodeKey upstream) ->
          universe.find(upstream).ifPresentOrElse(this::addSameCycle, this::addMissing);
      case NodeDependency.OnUnknownOutput _ -> addMissing();
      case NodeDependency.OnItself _ ->
          add(node, PreviousCycle.ofItself(node, day, index), DependencyKind.SELF);
      case NodeDependency.OnChildren _ ->
          universe.children(node.node().key()).forEach(this::addPreviousCycle);
      case NodeDependency.OnPreviousCycle(NodeKey upstream) ->
          universe.find(upstream).ifPresent(this::addPreviousCycle);
    }
  }

  private void addMissing() {
    wanted++;
    missing++;
  }

  private void addSameCycle(NodePlans upstream) {
    wanted++;
    if (upstream.on(day).plan().isEmpty()) {
      missing++;
    }
    Range range = SameCycle.match(node.on(day), index, upstream.on(day));
    add(upstream, Optional.of(new Position(day, range)), DependencyKind.SAME_CYCLE);
  }

  private void addPreviousCycle(NodePlans other) {
    add(other, PreviousCycle.ofOther(node, day, index, other), DependencyKind.CROSS_CYCLE);
  }

  private void add(NodePlans upstream, Optional<Position> position, DependencyKind kind) {
    if (position.isEmpty()) {
      return;
    }
    DayPlan plan = upstream.on(position.get().day()).plan();
    Range range = position.get().range();
    for (int i = range.from(); i < range.to(); i++) {
      edges.add(Edge.of(upstream.node().key(), plan.time(i), plan.zone(), kind));
    }
  }
}
