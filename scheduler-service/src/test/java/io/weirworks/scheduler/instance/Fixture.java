package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One node instance, its plan and what is decided for it. */
final class Fixture {

  static final Instant NOW = Instant.parse("2025-11-01T02:30:45Z");
  static final Instant LATER = NOW.plusSeconds(60);
  static final WorkflowInstanceId FLOW = WorkflowInstanceId.manual("cli", "1");
  static final NodeId NODE = new NodeId("n");
  static final RerunPolicy THREE = new RerunPolicy(RerunMode.ALLOWED, 3, Duration.ofMinutes(2));
  static final ParameterValues VALUES = new ParameterValues.Named(Map.of("dt", "20251031"));

  private Fixture() {}

  static NodeInstance waiting(int upstreams) {
    return NodeInstance.created(
        NodeInstanceId.of(FLOW, NODE), new NodeInstanceCreated(FLOW, NODE, null, upstreams));
  }

  static NodeInstance dispatched(NodeInstancePlan plan) {
    return after(waiting(0), events(waiting(0), plan, new NodeInstanceCommand.Start()));
  }

  static NodeInstanceCommand report(RunFact fact) {
    return new NodeInstanceCommand.ReportRun(fact);
  }

  static RunFact failed(int attempt, long sequence, RunFact.Cause cause) {
    return new RunFact.Failed(attempt, sequence, cause, "E", "m", 1, null, LATER);
  }

  static NodeInstance after(NodeInstance node, List<NodeInstanceEvent> events) {
    NodeInstance current = node;
    for (NodeInstanceEvent event : events) {
      current = current.evolve(event);
    }
    return current;
  }

  static List<NodeInstanceEvent> events(
      NodeInstance node, NodeInstancePlan plan, NodeInstanceCommand command) {
    return events(node, plan, command, NOW);
  }

  static List<NodeInstanceEvent> events(
      NodeInstance node, NodeInstancePlan plan, NodeInstanceCommand command, Instant now) {
    return switch (NodeInstanceDecider.decide(node, plan, command, now)) {
      case Decision.Accepted<NodeInstanceEvent>(List<NodeInstanceEvent> events) -> events;
      case Decision.Rejected<NodeInstanceEvent>(Rejection rejection) ->
          throw new AssertionError(rejection);
    };
  }

  static NodeInstancePlan plan(NodeWork work) {
    return plan(work, RerunPolicy.NONE, "dt=$bizdate", null);
  }

  static NodeInstancePlan plan(
      NodeWork work, RerunPolicy rerun, String parameters, @Nullable Instant notBefore) {
    return plan(work, rerun, parameters, notBefore, "select '${dt}'");
  }

  static NodeInstancePlan plan(
      NodeWork work,
      RerunPolicy rerun,
      String parameters,
      @Nullable Instant notBefore,
      String code) {
    ParameterDefinitions definitions =
        switch (ParameterDefinitions.parseNamed(parameters)) {
          case Result.Value<ParameterDefinitions>(ParameterDefinitions value) -> value;
          case Result.Refused<ParameterDefinitions>(var error) -> throw new AssertionError(error);
        };
    return new NodeInstancePlan(
        new NodeDefinition(NODE, work, rerun, Duration.ofHours(4), definitions, List.of(), code),
        List.of(),
        Map.of(),
        EvaluationContext.of(NOW, ZoneOffset.UTC, NOW, null),
        notBefore);
  }
}
