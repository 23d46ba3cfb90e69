package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import io.weirworks.scheduler.dependency.Plans;
import io.weirworks.scheduler.dependency.TimetablePlans;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.generation.Timeline;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.ScheduledTime;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a backfill has instances of. Its instances wait for one another as the schedules' do,
 * and for nothing outside (dataworks-semantics 5.2).
 *
 * @param units what it has instances of, together for each cycle
 * @param definitions of the units, each that of its part alone, in their order
 */
public record BackfillScope(
    BackfillPlan plan, List<BackfillUnit> units, List<WorkflowDefinition> definitions)
    implements BackfillContents, NodeSchedules {
  public BackfillScope {
    units = List.copyOf(units);
    definitions = List.copyOf(definitions);
  }

  @Override
  public List<BackfillInstance> on(LocalDate bizdate) {
    return IntStream.range(0, units.size())
        .boxed()
        .flatMap(unit -> on(bizdate, unit).stream())
        .toList();
  }

  private List<BackfillInstance> on(LocalDate bizdate, int unit) {
    WorkflowDefinition definition = definitions.get(unit);
    Timetable timetable = timetable(unit);
    if (timetable == null) {
      Instant time = ScheduledTime.of(bizdate, definition.timeOfDay(), definition.zone());
      return List.of(instance(unit, bizdate, time, SchedulerType.NORMAL));
    }
    return plan.window().of(timetable, bizdate).instances().stream()
        .map(planned -> instance(unit, bizdate, planned.tick().time(), planned.type()))
        .toList();
  }

  private BackfillInstance instance(int unit, LocalDate bizdate, Instant time, SchedulerType type) {
    BackfillUnit of = units.get(unit);
    return new BackfillInstance(
        id(unit, bizdate, time), unit, of.workflow(), of.version(), time, type);
  }

  /** The workflow instance of a unit for a scheduled time. */
  public WorkflowInstanceId id(int unit, LocalDate bizdate, Instant time) {
    return WorkflowInstanceId.ofBackfill(
        units.get(unit).workflow(), plan.id(), unit, bizdate, time);
  }

  private @Nullable Timetable timetable(int unit) {
    return definitions.get(unit).timetable();
  }

  /** The unit that has a node's instances. */
  public Optional<Integer> unitOf(NodeKey node) {
    return IntStream.range(0, units.size())
        .filter(unit -> definition(unit, node).isPresent())
        .boxed()
        .findFirst();
  }

  private Optional<NodeDefinition> definition(int unit, NodeKey node) {
    return definitions.get(unit).nodes().stream()
        .filter(
            each ->
                units.get(unit).workflow().value().equals(node.workflow())
                    && each.id().equals(new NodeId(node.node())))
        .findFirst();
  }

  /** As if the schedules had been there for ever. */
  @Override
  public Optional<Plans> find(NodeKey node) {
    return unitOf(node)
        .flatMap(
            unit ->
                Optional.ofNullable(timetable(unit))
                    .map(
                        timetable ->
                            new TimetablePlans(
                                new Timeline(GenerationHistory.of(timetable, Deployment.LONG_AGO)),
                                definition(unit, node).orElseThrow().isSelfDependent())));
  }

  @Override
  public List<NodeKey> children(NodeKey node) {
    List<NodeKey> children = new ArrayList<>();
    for (WorkflowDefinition definition : definitions) {
      for (NodeDefinition each : definition.nodes()) {
        boolean inside =
            definition.id().value().equals(node.workflow())
                && each.upstreams().contains(new NodeId(node.node()));
        if (inside || each.dependencies().contains(new NodeDependency.OnSameCycle(node))) {
          children.add(new NodeKey(definition.id().value(), each.id().value()));
        }
      }
    }
    return children;
  }

  /** Whether a unit has an instance for a scheduled time of a business date. */
  public boolean has(int unit, LocalDate bizdate, Instant time) {
    return on(bizdate, unit).stream().anyMatch(each -> each.scheduledTime().equals(time));
  }

  /**
   * Whether a business date is among its own and its instances are made no later than another's.
   */
  public boolean hasBefore(LocalDate bizdate, LocalDate waiting) {
    return plan.has(bizdate) && plan.comesBefore(bizdate, waiting);
  }

  /** SHA-256 of all that decides which instances there are, hexadecimal. */
  public String hash() {
    return PlanHash.of(this);
  }
}
