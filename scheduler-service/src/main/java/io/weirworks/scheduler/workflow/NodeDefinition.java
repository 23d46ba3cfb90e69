package io.weirworks.scheduler.workflow;

import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import java.time.Duration;
import java.util.List;

/**
 * A node as the scheduler's core sees it: when and how often; of what it runs only the text.
 *
 * @param timeout of running, after which the executor ends it; it is not rerun then
 * @param parameters its own; those of the workflow are added when an instance is made
 * @param upstreams nodes of the same workflow that must succeed first; none: it hangs on the
 *     workflow's start
 * @param code before parameters are put in
 * @param steering its part in the workflow's control flow
 */
public record NodeDefinition(
    NodeId id,
    NodeWork work,
    RerunPolicy rerun,
    Duration timeout,
    ParameterDefinitions parameters,
    List<NodeId> upstreams,
    String code,
    Steering steering) {
  public NodeDefinition {
    upstreams = List.copyOf(upstreams);
  }

  /** A node outside of all control flow. */
  public NodeDefinition(
      NodeId id,
      NodeWork work,
      RerunPolicy rerun,
      Duration timeout,
      ParameterDefinitions parameters,
      List<NodeId> upstreams,
      String code) {
    this(id, work, rerun, timeout, parameters, upstreams, code, Steering.NONE);
  }
}
