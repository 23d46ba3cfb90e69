package io.weirworks.registry.schedule;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.Recurrence;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.flowspec.TriggerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timetables of a workflow's nodes. A workflow's trigger goes for the nodes without one; a node
 * whose trigger says other times has its own. In a workflow without a trigger the one that all its
 * triggered nodes have in common is the workflow's; where they differ, each node has its own.
 */
public final class FlowTimetables {

  /** A node and its JSON path. */
  public record Placed(SpecNode node, String path) {}

  private final @Nullable Timetable ofFlow;
  private final Map<String, Timetable> own;

  private FlowTimetables(@Nullable Timetable ofFlow, Map<String, Timetable> own) {
    this.ofFlow = ofFlow;
    this.own = own;
  }

  /**
   * Reads the triggers of a workflow that runs by the clock.
   *
   * @param trigger of the workflow
   * @param path JSON path of {@code trigger}
   * @param nodes of the workflow, those inside loops not
   */
  public static FlowTimetables read(
      @Nullable SpecTrigger trigger,
      String path,
      List<Placed> nodes,
      TimetableCheck check,
      Problems problems) {
    Map<String, Timetable> triggered = new LinkedHashMap<>();
    boolean flowHasTrigger = isTrigger(trigger);
    for (Placed placed : nodes) {
      SpecTrigger ofNode = placed.node().trigger();
      if (ofNode != null && isTrigger(ofNode) && (!flowHasTrigger || saysMore(ofNode))) {
        triggered.put(placed.path(), check.timetable(ofNode, placed.path() + ".trigger"));
      }
    }
    if (trigger != null && flowHasTrigger) {
      return differing(check.timetable(trigger, path), triggered);
    }
    Timetable common = common(triggered);
    if (common != null) {
      return differing(common, triggered);
    }
    nodes.stream()
        .filter(placed -> !triggered.containsKey(placed.path()))
        .limit(triggered.isEmpty() ? 1 : nodes.size())
        .forEach(placed -> missing(placed, problems));
    return new FlowTimetables(null, triggered);
  }

  /** The workflow's; absent where each node has its own. */
  public @Nullable Timetable ofFlow() {
    return ofFlow;
  }

  /** The node's own; absent where it follows the workflow. */
  public @Nullable Timetable own(Placed placed) {
    return own.get(placed.path());
  }

  /** The one by which the node runs; absent where no trigger says it. */
  public @Nullable Timetable ruling(Placed placed) {
    Timetable ofNode = own(placed);
    return ofNode == null ? ofFlow : ofNode;
  }

  /** What the node says its instances do: it, or its trigger; Normal where the workflow says it. */
  public static Recurrence recurrence(SpecNode node) {
    return Stream.of(node.recurrence(), node.trigger() == null ? null : node.trigger().recurrence())
        .filter(recurrence -> recurrence != null && recurrence != Recurrence.NORMAL)
        .findFirst()
        .orElse(Recurrence.NORMAL);
  }

  /** Type None says that there is nothing but what is around it. */
  private static boolean isTrigger(@Nullable SpecTrigger trigger) {
    return trigger != null && trigger.type() != TriggerType.NONE;
  }

  /** Exports give a node that follows its workflow a trigger that names no time. */
  private static boolean saysMore(SpecTrigger ofNode) {
    return ofNode.cron() != null;
  }

  private static FlowTimetables differing(Timetable ofFlow, Map<String, Timetable> triggered) {
    Map<String, Timetable> own = new LinkedHashMap<>(triggered);
    own.values().removeIf(ofFlow::isDueWith);
    return new FlowTimetables(ofFlow, own);
  }

  private static @Nullable Timetable common(Map<String, Timetable> triggered) {
    List<Timetable> all = triggered.values().stream().distinct().toList();
    if (all.isEmpty() || !all.stream().allMatch(all.getFirst()::isDueWith)) {
      return null;
    }
    return all.size() == 1 ? all.getFirst() : all.getFirst().recurring(Recurrence.NORMAL);
  }

  private static void missing(Placed placed, Problems problems) {
    problems.add(
        RejectionCode.MISSING_VALUE,
        placed.path() + ".trigger",
        "",
        "a trigger with a cron expression, of the node or of its workflow");
  }
}
