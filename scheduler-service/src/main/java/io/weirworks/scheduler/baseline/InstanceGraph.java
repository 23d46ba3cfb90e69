package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.NodeInstanceId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a baseline's instance waits for: the instances of its tasks on a day, and all that they
 * depend on, never what depends on them.
 *
 * @param day on which its tasks are due
 * @param tasks ids of the instances of its tasks
 * @param instances by id, the tasks' own included
 * @param complete false: there are more than anybody looks at each minute, so that nothing can be
 *     predicted
 */
public record InstanceGraph(
    LocalDate day,
    List<NodeInstanceId> tasks,
    Map<NodeInstanceId, ScopeInstance> instances,
    boolean complete) {

  /** The graph of a baseline's instance. */
  public static InstanceGraph of(WatchedNodes nodes, BaselineInstance baseline) {
    return new GraphWalk(nodes, baseline.day())
        .from(baseline.definition().tasks(), baseline.wantedTick());
  }

  /** An instance of it. */
  Optional<ScopeInstance> find(NodeInstanceId id) {
    return Optional.ofNullable(instances.get(id));
  }

  /** The instances of its day: what fails or slows it down; those of days before are theirs. */
  public Collection<ScopeInstance> ofItsDay() {
    return instances.values().stream().filter(each -> each.tick().day().equals(day)).toList();
  }

  /**
   * All instances, parents before those who wait for them. Instances that wait for one another in a
   * circle, and those behind them, are left out: they never start.
   */
  List<ScopeInstance> parentsFirst() {
    Map<NodeInstanceId, Integer> open = new HashMap<>();
    Map<NodeInstanceId, List<ScopeInstance>> waiters = new HashMap<>();
    Deque<ScopeInstance> ready = new ArrayDeque<>();
    for (ScopeInstance instance : instances.values()) {
      List<NodeInstanceId> parents = instance.parents().stream().distinct().toList();
      open.put(instance.id(), parents.size());
      parents.forEach(
          parent -> waiters.computeIfAbsent(parent, _ -> new ArrayList<>()).add(instance));
      if (parents.isEmpty()) {
        ready.add(instance);
      }
    }
    List<ScopeInstance> ordered = new ArrayList<>(instances.size());
    while (!ready.isEmpty()) {
      ScopeInstance instance = ready.remove();
      ordered.add(instance);
      for (ScopeInstance waiter : waiters.getOrDefault(instance.id(), List.of())) {
        if (open.merge(waiter.id(), -1, Integer::sum) == 0) {
          ready.add(waiter);
        }
      }
    }
    return ordered;
  }
}
