package io.weirworks.scheduler.workflow;

import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One deployed version of a workflow; immutable.
 *
 * @param zone of its business dates and scheduled times
 * @param timeOfDay at which it is scheduled, 00:00 where it has no trigger
 * @param parameters that every node sees
 * @param nodes registry-service has checked that their upstreams exist and form no cycle
 */
public record WorkflowDefinition(
    WorkflowId id,
    int version,
    ZoneId zone,
    LocalTime timeOfDay,
    List<ParameterAssignment> parameters,
    List<NodeDefinition> nodes) {
  public WorkflowDefinition {
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
  }
}
