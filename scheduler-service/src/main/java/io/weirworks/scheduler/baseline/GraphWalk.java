package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.dependency.InstanceDependencies;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.PlannedInstance;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.Tick;
import io.weirworks.scheduler.schedule.GeneratedInstance;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Walks from tasks to all that they wait for, by the rules that make the instances: it finds those
 * that have not been made, too (R52).
 */
final class GraphWalk {

  /** What is looked at each minute in one transaction (DESIGN 3.3). */
  static final int MOST = 5_000;

  private final WatchedNodes nodes;
  private final LocalDate day;
  private final Map<NodeInstanceId, ScopeInstance> instances = new LinkedHashMap<>();
  private final Set<NodeInstanceId> seen = new HashSet<>();
  private final Deque<Place> reached = new ArrayDeque<>();

  /** An instance by where it is in its node's day. */
  private record Place(WatchedNode node, LocalDate day, int index) {
    PlannedInstance planned() {
      return node.plans().on(day).plan().instances().get(index);
    }

    WorkflowInstanceId workflowInstance() {
      Tick tick = planned().tick();
      return GeneratedInstance.id(new WorkflowId(node.key().workflow()), node.part(), tick);
    }

    NodeInstanceId id() {
      return NodeInstanceId.of(workflowInstance(), new NodeId(node.key().node()));
    }
  }

  GraphWalk(WatchedNodes nodes, LocalDate day) {
    this.nodes = nodes;
    this.day = day;
  }

  /**
   * The graph of some tasks.
   *
   * @param number which tick of the day counts; nothing: all of them
   */
  InstanceGraph from(List<BaselineTask> tasks, OptionalInt number) {
    List<NodeInstanceId> ends =
        tasks.stream()
            .flatMap(task -> nodes.of(task).stream())
            .distinct()
            .sorted()
            .flatMap(key -> nodes.find(key).stream())
            .flatMap(node -> places(node, number).stream())
            .map(this::reach)
            .toList();
    while (!reached.isEmpty() && seen.size() <= MOST) {
      add(reached.remove());
    }
    return new InstanceGraph(day, ends, instances, reached.isEmpty());
  }

  private List<Place> places(WatchedNode node, OptionalInt number) {
    DayPlan plan = node.plans().on(day).plan();
    List<Place> places = new ArrayList<>();
    for (int index = 0; index < plan.size(); index++) {
      int tick = plan.instances().get(index).tick().number();
      if (number.isEmpty() || number.getAsInt() == tick) {
        places.add(new Place(node, day, index));
      }
    }
    return places;
  }

  private NodeInstanceId reach(Place place) {
    NodeInstanceId id = place.id();
    if (seen.add(id)) {
      reached.add(place);
    }
    return id;
  }

  private void add(Place place) {
    WatchedNode node = place.node();
    InstanceDependencies dependencies =
        new InstanceDependencies(
            nodes.schedules(),
            node.key(),
            node.plans(),
            node.dependencies(),
            place.day(),
            place.index());
    List<NodeInstanceId> parents = new ArrayList<>();
    for (NodeKey beside : node.beside()) {
      nodes
          .find(beside)
          .filter(parent -> parent.plans().on(place.day()).plan().size() > place.index())
          .ifPresent(parent -> parents.add(reach(new Place(parent, place.day(), place.index()))));
    }
    dependencies.edges().forEach(edge -> place(edge).ifPresent(each -> parents.add(reach(each))));
    NodeInstanceId id = place.id();
    PlannedInstance planned = place.planned();
    instances.put(
        id,
        new ScopeInstance(
            id,
            place.workflowInstance(),
            node,
            planned.tick(),
            node.runs() && !planned.type().isDryRun(),
            dependencies.isIsolated(),
            parents));
  }

  /** What lies two days back counts as over: another baseline's instance was there for it. */
  private Optional<Place> place(InstanceDependencies.Edge edge) {
    LocalDate of = edge.tick().day();
    return of.isBefore(day.minusDays(1))
        ? Optional.empty()
        : nodes
            .find(edge.upstream())
            .map(
                node ->
                    new Place(
                        node, of, node.plans().on(of).plan().countUntil(edge.tick().time()) - 1));
  }
}
