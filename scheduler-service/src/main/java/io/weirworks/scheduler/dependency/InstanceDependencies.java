package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.recurrence.Tick;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instances that one instance depends on, from what its node is defined to depend on. */
public final class InstanceDependencies {

  /**
   * An instance that another one depends on.
   *
   * @param zone of its timetable
   */
  public record Edge(NodeKey upstream, Tick tick, ZoneId zone, DependencyKind kind) {}

  private final NodeSchedules schedules;
  private final NodeKey node;
  private final Plans plans;
  private final LocalDate day;
  private final int index;
  private final List<Edge> edges = new ArrayList<>();
  private int wanted;
  private int missing;

  /**
   * Looks them up.
   *
   * @param plans of the node
   * @param index of the instance in its node's day
   */
  public InstanceDependencies(
      NodeSchedules schedules,
      NodeKey node,
      Plans plans,
      List<NodeDependency> dependencies,
      LocalDate day,
      int index) {
    this.schedules = schedules;
    this.node = node;
    this.plans = plans;
    this.day = day;
    this.index = index;
    dependencies.forEach(this::add);
  }

  /** All of them, each once. */
  public List<Edge> edges() {
    return edges.stream().distinct().toList();
  }

  /**
   * Whether it depends on nodes of the same cycle and none of them has an instance that day
   * (dataworks-semantics 5.5).
   */
  public boolean isIsolated() {
    return wanted > 0 && missing == wanted;
  }

  private void add(NodeDependency dependency) {
    switch (dependency) {
      case NodeDependency.OnSameCycle(NodeKey upstream) ->
          schedules
              .find(upstream)
              .ifPresentOrElse(found -> addSameCycle(upstream, found), this::addMissing);
      case NodeDependency.OnUnknownOutput _ -> addMissing();
      case NodeDependency.OnItself _ ->
          add(node, plans, PreviousCycle.ofItself(plans, day, index), DependencyKind.SELF);
      case NodeDependency.OnChildren _ -> schedules.children(node).forEach(this::addPreviousCycle);
      case NodeDependency.OnPreviousCycle(NodeKey upstream) -> addPreviousCycle(upstream);
    }
  }

  private void addMissing() {
    wanted++;
    missing++;
  }

  private void addSameCycle(NodeKey key, Plans upstream) {
    wanted++;
    if (upstream.on(day).plan().isEmpty()) {
      missing++;
    }
    Range range = SameCycle.match(plans.on(day), index, upstream.on(day));
    add(key, upstream, Optional.of(new Position(day, range)), DependencyKind.SAME_CYCLE);
  }

  private void addPreviousCycle(NodeKey key) {
    schedules
        .find(key)
        .ifPresent(
            other ->
                add(
                    key,
                    other,
                    PreviousCycle.ofOther(plans, day, index, other),
                    DependencyKind.CROSS_CYCLE));
  }

  private void add(NodeKey key, Plans upstream, Optional<Position> position, DependencyKind kind) {
    if (position.isEmpty()) {
      return;
    }
    DayPlan plan = upstream.on(position.get().day()).plan();
    Range range = position.get().range();
    for (int i = range.from(); i < range.to(); i++) {
      edges.add(new Edge(key, plan.instances().get(i).tick(), plan.zone(), kind));
    }
  }
}
