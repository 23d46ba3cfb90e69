package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.Schedule;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What backfills of tests have instances of. */
final class Scopes {

  private Scopes() {}

  /** One workflow that nothing starts by the clock. */
  static BackfillScope daily(BackfillPlan plan) {
    return of(plan, workflow(plan.workflow().value(), null, node("n")));
  }

  /** All of one workflow. */
  static BackfillScope of(BackfillPlan plan, WorkflowDefinition definition) {
    return new BackfillScope(
        plan,
        List.of(new BackfillUnit(definition.id(), definition.version(), new Part.Whole())),
        List.of(definition));
  }

  static WorkflowDefinition workflow(String id, @Nullable String cron, NodeDefinition... nodes) {
    return new WorkflowDefinition(
        new WorkflowId(id),
        3,
        ZoneOffset.UTC,
        LocalTime.of(2, 30),
        List.of(),
        List.of(nodes),
        cron == null
            ? null
            : Timetable.of(Schedule.of(CronExpression.parse(cron), ZoneOffset.UTC)));
  }

  static NodeDefinition node(String id, String... upstreams) {
    return node(id, List.of(), upstreams);
  }

  static NodeDefinition node(String id, List<NodeDependency> dependencies, String... upstreams) {
    return new NodeDefinition(
        new NodeId(id),
        NodeWork.RUN,
        RerunPolicy.NONE,
        Duration.ofHours(4),
        ParameterDefinitions.none(),
        Stream.of(upstreams).map(NodeId::new).toList(),
        "",
        Steering.NONE,
        dependencies,
        null);
  }

  static BackfillPlan with(BackfillPlan plan, List<BizdateRange> ranges) {
    return new BackfillPlan(
        plan.id(),
        plan.workflow(),
        plan.version(),
        ranges,
        plan.order(),
        plan.parallelism(),
        plan.constants(),
        plan.window(),
        plan.immediately(),
        plan.planned());
  }

  static BackfillPlan planned(BackfillPlan plan) {
    return new BackfillPlan(
        plan.id(),
        plan.workflow(),
        plan.version(),
        plan.ranges(),
        plan.order(),
        plan.parallelism(),
        plan.constants(),
        plan.window(),
        plan.immediately(),
        true);
  }
}
