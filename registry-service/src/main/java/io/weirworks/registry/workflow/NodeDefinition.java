package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.Recurrence;
import io.weirworks.registry.schedule.Timetable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node that can be run.
 *
 * @param id unique in the workflow, the same in each version
 * @param name unique in the workflow
 * @param upstreams ids of the nodes that it waits for in the same cycle, without repeats; none: it
 *     hangs on the workflow's start
 * @param outputs names under which others can depend on it, its own {@code workspace.<id>_out}
 *     first
 * @param outputParameters names of the values that it hands to downstream nodes
 * @param target where it runs
 * @param steering its part in the control flow
 * @param timetable its own, whatever the workflow's; absent: the workflow's
 */
public record NodeDefinition(
    String id,
    String name,
    @Nullable String description,
    @Nullable String owner,
    NodeScript script,
    List<String> upstreams,
    List<String> outputs,
    List<String> outputParameters,
    Recurrence recurrence,
    RunPolicy policy,
    RunTarget target,
    Steering steering,
    @Nullable Timetable timetable) {

  public NodeDefinition {
    upstreams = List.copyOf(upstreams);
    outputs = List.copyOf(outputs);
    outputParameters = List.copyOf(outputParameters);
    // Rows of before there was control flow have none.
    steering = Objects.requireNonNullElse(steering, Steering.NONE);
  }

  NodeDefinition waitingFor(Collection<String> upstreamIds) {
    return new NodeDefinition(
        id,
        name,
        description,
        owner,
        script,
        List.copyOf(upstreamIds),
        outputs,
        outputParameters,
        recurrence,
        policy,
        target,
        steering,
        timetable);
  }

  NodeDefinition steeredBy(Steering part) {
    return new NodeDefinition(
        id,
        name,
        description,
        owner,
        script,
        upstreams,
        outputs,
        outputParameters,
        recurrence,
        policy,
        target,
        part,
        timetable);
  }

  /**
   * The same with its times.
   *
   * @param own its own timetable; absent: the workflow's
   * @param ofWorkflow zone of a node without a timetable of its own
   */
  NodeDefinition runningBy(@Nullable Timetable own, ZoneId ofWorkflow) {
    return new NodeDefinition(
        id,
        name,
        description,
        owner,
        script.meantIn(own == null ? ofWorkflow : own.zone()),
        upstreams,
        outputs,
        outputParameters,
        recurrence,
        policy,
        target,
        steering,
        own);
  }
}
