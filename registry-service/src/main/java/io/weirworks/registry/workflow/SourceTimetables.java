package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.schedule.CalendarSection;
import io.weirworks.registry.schedule.FlowTimetables;
import io.weirworks.registry.schedule.Timetable;
import io.weirworks.registry.schedule.TimetableCheck;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the workflow of a document and its nodes run.
 *
 * @param ofFlow absent for kinds that run when asked, and where each node has its own
 * @param zone of business dates and of {@code ofFlow}
 * @param ownById timetables by the ids of the nodes that have one of their own
 */
record SourceTimetables(@Nullable Timetable ofFlow, ZoneId zone, Map<String, Timetable> ownById) {

  static SourceTimetables read(
      FlowSource source, FlowSpec document, DeployContext context, Problems problems) {
    CalendarSection calendars = new CalendarSection(document, problems);
    TimetableCheck check = new TimetableCheck(context.zone(), calendars, problems);
    String path = source.path() + ".trigger";
    if (!source.kind().isScheduled()) {
      return new SourceTimetables(null, check.zone(anyTrigger(source), path), Map.of());
    }
    List<FlowTimetables.Placed> nodes = placed(source);
    FlowTimetables timetables = FlowTimetables.read(source.trigger(), path, nodes, check, problems);
    Map<String, Timetable> own = new HashMap<>();
    for (FlowTimetables.Placed node : nodes) {
      String id = NodeOutputs.id(node.node());
      Timetable timetable = timetables.own(node);
      if (id != null && timetable != null) {
        own.put(id, timetable);
      }
    }
    Timetable ofFlow = timetables.ofFlow();
    return new SourceTimetables(ofFlow, ofFlow == null ? context.zone() : ofFlow.zone(), own);
  }

  /** The node's own timetable; absent: the workflow's. */
  @Nullable Timetable own(String nodeId) {
    return ownById.get(nodeId);
  }

  private static List<FlowTimetables.Placed> placed(FlowSource source) {
    List<FlowTimetables.Placed> nodes = new ArrayList<>();
    for (int i = 0; i < source.nodes().size(); i++) {
      SpecNode node = source.nodes().get(i);
      if (node.reference() == null) {
        nodes.add(new FlowTimetables.Placed(node, source.path() + ".nodes[" + i + "]"));
      }
    }
    return nodes;
  }

  private static @Nullable SpecTrigger anyTrigger(FlowSource source) {
    return source.trigger() != null
        ? source.trigger()
        : source.nodes().stream()
            .map(SpecNode::trigger)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
