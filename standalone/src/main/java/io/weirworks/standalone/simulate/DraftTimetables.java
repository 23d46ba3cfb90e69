package io.weirworks.standalone.simulate;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecStrategy;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.flowspec.TriggerType;
import io.weirworks.registry.schedule.FlowTimetables;
import io.weirworks.registry.schedule.TimetableCheck;
import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.Recurrence;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.recurrence.InvalidCronException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The timetables of a document's nodes, read as deployment reads them (dataworks-semantics 1.5).
 */
final class DraftTimetables {
  private final TimetableCheck check;
  private final Problems problems;
  private final IdentityHashMap<DraftFlow, FlowTimetables> byFlow = new IdentityHashMap<>();

  DraftTimetables(TimetableCheck check, Problems problems) {
    this.check = check;
    this.problems = problems;
  }

  /** Nothing for a node that runs when asked. */
  Optional<Timetable> timetable(DraftFlow flow, DraftFlow.Placed placed) {
    if (!runsByTheClock(flow.trigger()) || !runsByTheClock(placed.node().trigger())) {
      return Optional.empty();
    }
    FlowTimetables ofFlow = byFlow.computeIfAbsent(flow, this::read);
    var node = new FlowTimetables.Placed(placed.node(), placed.path());
    var ruling = ofFlow.ruling(node);
    if (ruling == null || ruling.schedule().cron().isEmpty()) {
      return Optional.empty();
    }
    String path = (ofFlow.own(node) == null ? flow.path() : placed.path()) + ".trigger.cron";
    return timetable(ruling, placed.node(), flow.strategy(), path);
  }

  private FlowTimetables read(DraftFlow flow) {
    List<FlowTimetables.Placed> nodes =
        flow.nodes().stream()
            .filter(placed -> !DraftNames.isReference(placed))
            .filter(placed -> runsByTheClock(placed.node().trigger()))
            .map(placed -> new FlowTimetables.Placed(placed.node(), placed.path()))
            .toList();
    return FlowTimetables.read(flow.trigger(), flow.path() + ".trigger", nodes, check, problems);
  }

  /** Or says nothing, so that another trigger may. */
  private static boolean runsByTheClock(@Nullable SpecTrigger trigger) {
    return trigger == null
        || trigger.type() == null
        || trigger.type() == TriggerType.SCHEDULER
        || trigger.type() == TriggerType.NONE;
  }

  private Optional<Timetable> timetable(
      io.weirworks.registry.schedule.Timetable ruling,
      SpecNode node,
      @Nullable SpecStrategy ofWorkflow,
      String path) {
    try {
      return Optional.of(
          new Timetable(
              Schedules.of(ruling),
              recurrence(node, ruling.schedule().recurrence()),
              mode(node, ofWorkflow)));
    } catch (InvalidCronException e) {
      String expected =
          "%s, not '%s' in its %s"
              .formatted(e.fault().expected(), e.fault().value(), e.fault().field());
      problems.add(RejectionCode.INVALID_CRON, path, ruling.schedule().cron(), expected);
      return Optional.empty();
    }
  }

  /** What the node says goes before what its timetable says, unless it is Normal. */
  private static Recurrence recurrence(
      SpecNode node, io.weirworks.registry.flowspec.Recurrence ofTimetable) {
    var ofNode = FlowTimetables.recurrence(node);
    var effective =
        ofNode == io.weirworks.registry.flowspec.Recurrence.NORMAL ? ofTimetable : ofNode;
    return switch (effective) {
      case NORMAL -> Recurrence.NORMAL;
      case SKIP -> Recurrence.SKIP;
      case PAUSE -> Recurrence.PAUSE;
    };
  }

  private static InstanceMode mode(SpecNode node, @Nullable SpecStrategy ofWorkflow) {
    var own = node.strategy().instanceMode();
    var effective = own == null && ofWorkflow != null ? ofWorkflow.instanceMode() : own;
    return effective == io.weirworks.registry.flowspec.InstanceMode.IMMEDIATELY
        ? InstanceMode.IMMEDIATELY
        : InstanceMode.T_PLUS_1;
  }
}
