package io.weirworks.scheduler.workflow;

import static java.util.stream.Collectors.toSet;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One deployed version of a workflow; immutable.
 *
 * @param zone of its business dates and scheduled times
 * @param timeOfDay at which it is scheduled, 00:00 where it has no trigger
 * @param parameters that every node sees
 * @param nodes registry-service has checked that their upstreams exist and form no cycle
 * @param timetable by which the nodes without a trigger of their own have instances; null: none
 */
public record WorkflowDefinition(
    WorkflowId id,
    int version,
    ZoneId zone,
    LocalTime timeOfDay,
    List<ParameterAssignment> parameters,
    List<NodeDefinition> nodes,
    @Nullable Timetable timetable) {
  public WorkflowDefinition {
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
  }

  /** One that nothing starts by the clock. */
  public WorkflowDefinition(
      WorkflowId id,
      int version,
      ZoneId zone,
      LocalTime timeOfDay,
      List<ParameterAssignment> parameters,
      List<NodeDefinition> nodes) {
    this(id, version, zone, timeOfDay, parameters, nodes, null);
  }

  /** The parts that have instances by the clock. */
  public Stream<Part> scheduledParts() {
    Stream<Part> own =
        nodes.stream()
            .filter(node -> node.timetable() != null)
            .map(node -> new Part.Single(node.id()));
    boolean common = timetable != null && nodes.stream().anyMatch(node -> node.timetable() == null);
    return common ? Stream.concat(Stream.of(new Part.Common()), own) : own;
  }

  /** The part whose instances a node's are among. */
  public Part partOf(NodeDefinition node) {
    return node.timetable() == null ? new Part.Common() : new Part.Single(node.id());
  }

  /** The timetable of a part; null where nothing starts it by the clock. */
  public @Nullable Timetable timetable(Part part) {
    return switch (part) {
      case Part.Whole _, Part.Common _ -> timetable;
      case Part.Selected(Part of, var _, var _) -> timetable(of);
      case Part.Single(NodeId single) ->
          nodes.stream()
              .filter(node -> node.id().equals(single))
              .findFirst()
              .map(NodeDefinition::timetable)
              .orElse(null);
    };
  }

  /**
   * The definition of a part alone. An edge to a node outside becomes a dependency on that node's
   * instances, since those are not in the same workflow instance.
   */
  public WorkflowDefinition part(Part part) {
    if (part instanceof Part.Whole) {
      return this;
    }
    Set<NodeId> inside =
        nodes.stream().filter(node -> isIn(part, node)).map(NodeDefinition::id).collect(toSet());
    Timetable own = timetable(part);
    return new WorkflowDefinition(
        id,
        version,
        own == null ? zone : own.schedule().zone(),
        timeOfDay,
        parameters,
        nodes.stream()
            .filter(node -> inside.contains(node.id()))
            .map(node -> node.within(inside, this::onInstanceOf))
            .map(node -> isDry(part, node.id()) ? node.doing(NodeWork.DRY_RUN) : node)
            .toList(),
        own);
  }

  private boolean isIn(Part part, NodeDefinition node) {
    NodeId loop = node.steering().loop();
    NodeDefinition outermost =
        loop == null
            ? node
            : nodes.stream().filter(each -> each.id().equals(loop)).findFirst().orElse(node);
    return switch (part) {
      case Part.Whole _ -> true;
      case Part.Common _, Part.Single _ -> partOf(outermost).equals(part);
      case Part.Selected(var _, Set<NodeId> run, Set<NodeId> dryRun) ->
          run.contains(outermost.id()) || dryRun.contains(outermost.id());
    };
  }

  private static boolean isDry(Part part, NodeId node) {
    return part instanceof Part.Selected(var _, var _, Set<NodeId> dryRun) && dryRun.contains(node);
  }

  private NodeDependency onInstanceOf(NodeId upstream) {
    return new NodeDependency.OnSameCycle(new NodeKey(id.value(), upstream.value()));
  }
}
