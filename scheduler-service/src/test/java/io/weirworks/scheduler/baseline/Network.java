package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeDependency.OnItself;
import io.weirworks.scheduler.dependency.NodeDependency.OnSameCycle;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import io.weirworks.scheduler.dependency.Plans;
import io.weirworks.scheduler.dependency.TimetablePlans;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.Timeline;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.Schedule;
import io.weirworks.scheduler.schedule.GeneratedInstance;
import io.weirworks.scheduler.workflow.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes for tests, each a workflow of one, with how far their instances are; times are UTC. */
final class Network implements WatchedNodes {
  static final LocalDate D = LocalDate.of(2026, 3, 10);
  static final String MIDNIGHT = "00 00 00 * * ?";

  private final Map<NodeKey, WatchedNode> nodes = new LinkedHashMap<>();
  private final Map<NodeKey, Duration> averages = new HashMap<>();
  private final Map<NodeInstanceId, InstanceProgress> made = new HashMap<>();

  static NodeKey key(String name) {
    return new NodeKey("w-" + name, name);
  }

  static NodeDependency on(String name) {
    return new OnSameCycle(key(name));
  }

  /** A time of day of D; hours from 24 on are of the day after, negative ones of the day before. */
  static Instant at(int hour, int minute) {
    return D.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(hour * 3600L + minute * 60L);
  }

  /** A node that was always there; {@code minutes} on average, -1: it never ran. */
  Network node(String name, String cron, int minutes, NodeDependency... dependencies) {
    return node(name, cron, Deployment.LONG_AGO, minutes, true, List.of(dependencies));
  }

  Network zeroLoad(String name, String cron, NodeDependency... dependencies) {
    return node(name, cron, Deployment.LONG_AGO, -1, false, List.of(dependencies));
  }

  Network node(
      String name,
      String cron,
      Instant deployedAt,
      int minutes,
      boolean runs,
      Collection<NodeDependency> dependencies) {
    Timetable timetable = Timetable.of(Schedule.of(CronExpression.parse(cron), ZoneOffset.UTC));
    Plans plans =
        new TimetablePlans(
            new Timeline(GenerationHistory.of(timetable, deployedAt)),
            dependencies.contains(new OnItself()));
    nodes.put(
        key(name),
        new WatchedNode(
            key(name),
            "w-" + name,
            name,
            new Part.Single(new NodeId(name)),
            plans,
            List.of(),
            List.copyOf(dependencies),
            List.of(),
            runs));
    if (minutes >= 0) {
      averages.put(key(name), Duration.ofMinutes(minutes));
    }
    return this;
  }

  @Override
  public Optional<WatchedNode> find(NodeKey node) {
    return Optional.ofNullable(nodes.get(node));
  }

  @Override
  public List<NodeKey> of(BaselineTask task) {
    return nodes.keySet().stream()
        .filter(key -> key.workflow().equals(task.workflow().value()))
        .toList();
  }

  @Override
  public NodeSchedules schedules() {
    return new NodeSchedules() {
      @Override
      public Optional<Plans> find(NodeKey node) {
        return Network.this.find(node).map(WatchedNode::plans);
      }

      @Override
      public List<NodeKey> children(NodeKey node) {
        return Network.this.children(node);
      }
    };
  }

  private List<NodeKey> children(NodeKey node) {
    return nodes.values().stream()
        .filter(each -> each.dependencies().contains(new OnSameCycle(node)))
        .map(WatchedNode::key)
        .toList();
  }

  /** The instance of a day by its place in it. */
  NodeInstanceId instance(String name, LocalDate day, int index) {
    var tick = find(key(name)).orElseThrow().plans().on(day).plan().instances().get(index).tick();
    return NodeInstanceId.of(
        GeneratedInstance.id(new WorkflowId("w-" + name), new Part.Single(new NodeId(name)), tick),
        new NodeId(name));
  }

  /** Its only or first instance of D. */
  Network is(String name, InstanceProgress progress) {
    return is(name, D, 0, progress);
  }

  Network is(String name, LocalDate day, int index, InstanceProgress progress) {
    made.put(instance(name, day, index), progress);
    return this;
  }

  static BaselineDefinition day(String committed, int margin, String... tasks) {
    return definition(BaselineType.DAY, List.of(committed), margin, tasks);
  }

  static BaselineDefinition definition(
      BaselineType type, List<String> committed, int margin, String... tasks) {
    return new BaselineDefinition(
        "ws-1",
        "flights",
        "morning",
        type,
        Arrays.stream(tasks)
            .map(name -> new BaselineTask(new WorkflowId("w-" + name), "w-" + name, null, null))
            .toList(),
        5,
        committed.stream().map(text -> CommittedTime.parse(text).orElseThrow()).toList(),
        Duration.ofMinutes(margin),
        ZoneOffset.UTC);
  }

  /** What the baseline watches on D. */
  static BaselineInstance opened(BaselineDefinition definition, int cycle) {
    return BaselineInstance.opened(
        new Baseline(
            BaselineId.of(definition.workspace(), definition.name()),
            definition,
            D.minusDays(1),
            at(-20, 0)),
        D,
        cycle,
        at(-1, 30));
  }

  Situation situation(BaselineInstance instance, Instant now) {
    return new Situation(
        InstanceGraph.of(this, instance),
        Map.copyOf(made),
        key -> Optional.ofNullable(averages.get(key)),
        now);
  }

  Forecast forecast(Instant now, String... tasks) {
    return Prediction.of(situation(opened(day("25:30", 30, tasks), 1), now));
  }
}
