package io.weirworks.scheduler.backfill;

import static io.weirworks.scheduler.backfill.Scopes.node;
import static io.weirworks.scheduler.backfill.Scopes.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.dependency.InstanceDependencies;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instances a backfill has, and which wait for which (dataworks-semantics 5.2). */
class BackfillScopeTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 8);

  private static BackfillPlan plan(BackfillCycles window, BackfillOrder order) {
    return new BackfillPlan(
        BackfillId.of("cli", "b"),
        new WorkflowId("w"),
        3,
        List.of(new BizdateRange(SUNDAY, SUNDAY.plusDays(6))),
        order,
        3,
        Map.of(),
        window,
        false,
        false);
  }

  private static BackfillPlan plan() {
    return plan(BackfillCycles.ALL, BackfillOrder.ASC);
  }

  /** Row 36. */
  @ParameterizedTest
  @CsvSource({"2026-03-08, NORMAL", "2026-03-09, SKIP_CYCLE"})
  void weeklyMondayNodeRunsForSundaysBizdateAndDryRunsForMondays(
      LocalDate bizdate, SchedulerType type) {
    // given
    BackfillScope scope = Scopes.of(plan(), workflow("w", "00 00 02 ? * MON", node("n")));
    // when, then
    assertThat(scope.on(bizdate)).extracting(BackfillInstance::type).containsExactly(type);
  }

  /** Row 38. */
  @Test
  void hourNodeHasOnlyTheCyclesOfTheWindow() {
    // given
    BackfillCycles window = new BackfillCycles(LocalTime.of(8, 0), LocalTime.of(10, 0));
    BackfillScope scope =
        Scopes.of(plan(window, BackfillOrder.ASC), workflow("w", "00 00 * * * ?", node("n")));
    // when, then
    assertThat(scope.on(SUNDAY))
        .extracting(instance -> instance.scheduledTime().toString())
        .containsExactly("2026-03-09T08:00:00Z", "2026-03-09T09:00:00Z", "2026-03-09T10:00:00Z");
  }

  /** Row 38. */
  @Test
  void nextDateBeginsWhenAllCyclesOfTheOneBeforeHaveSucceeded() {
    // given
    BackfillCycles window = new BackfillCycles(LocalTime.of(8, 0), LocalTime.of(9, 0));
    BackfillPlan plan = plan(window, BackfillOrder.ASC);
    BackfillWorld world =
        new BackfillWorld(
            Scopes.of(
                new BackfillPlan(
                    plan.id(),
                    plan.workflow(),
                    plan.version(),
                    plan.ranges(),
                    plan.order(),
                    1,
                    plan.constants(),
                    plan.window(),
                    false,
                    false),
                workflow("w", "00 00 * * * ?", node("n"))));
    world.start();
    List<BackfillInstance> first = world.scope.on(SUNDAY);
    // when
    world.send(
        new BackfillCommand.ReportWorkflowInstance(
            first.getFirst().id(), SUNDAY, FlowStatus.SUCCESS));
    // then
    assertThat(world.created).containsExactly(SUNDAY, SUNDAY);
    // when
    world.report(SUNDAY, FlowStatus.SUCCESS);
    // then
    assertThat(world.created).hasSize(4).endsWith(SUNDAY.plusDays(1), SUNDAY.plusDays(1));
  }

  /** R24. */
  @Test
  void planHashSaysWhetherTheInstancesAreTheSame() {
    // given
    WorkflowDefinition definition = workflow("w", "00 00 * * * ?", node("n"));
    BackfillScope scope = Scopes.of(plan(), definition);
    // when, then
    assertThat(scope.hash()).isEqualTo(Scopes.of(plan(), definition).hash()).hasSize(64);
    assertThat(Scopes.of(plan(BackfillCycles.ALL, BackfillOrder.DESC), definition).hash())
        .isNotEqualTo(scope.hash());
  }

  private static WorkflowDefinition selfDependent() {
    return workflow("w", "00 00 02 * * ?", node("n", List.of(new NodeDependency.OnItself())));
  }

  private static List<LocalDate> waitsFor(BackfillScope scope, LocalDate bizdate) {
    NodeKey key = new NodeKey("w", "n");
    return new InstanceDependencies(
            scope,
            key,
            scope.find(key).orElseThrow(),
            List.of(new NodeDependency.OnItself()),
            bizdate.plusDays(1),
            0)
        .edges().stream()
            .map(edge -> edge.tick().bizdate())
            .filter(upstream -> scope.hasBefore(upstream, bizdate))
            .toList();
  }

  @Test
  void selfDependentNodeIsSerialThoughDatesRunAtOnce() {
    // given
    BackfillScope scope = Scopes.of(plan(), selfDependent());
    // when, then
    assertThat(waitsFor(scope, SUNDAY.plusDays(2))).containsExactly(SUNDAY.plusDays(1));
    assertThat(waitsFor(scope, SUNDAY)).isEmpty();
  }

  @Test
  void selfDependenceOnADateThatComesLaterInTheOrderCountsAsSatisfied() {
    // given
    BackfillScope scope = Scopes.of(plan(BackfillCycles.ALL, BackfillOrder.DESC), selfDependent());
    // when, then
    assertThat(waitsFor(scope, SUNDAY.plusDays(2))).isEmpty();
  }

  /** Row 35. */
  @Test
  void nodeBetweenThatIsNotChosenDryRuns() {
    // given
    WorkflowDefinition definition =
        workflow("w", "00 00 02 * * ?", node("a"), node("b", "a"), node("c", "b"), node("d", "c"));
    Part part =
        new Part.Selected(
            new Part.Common(), Set.of(new NodeId("a"), new NodeId("c")), Set.of(new NodeId("b")));
    // when
    WorkflowDefinition selected = definition.part(part);
    // then
    assertThat(selected.nodes())
        .extracting(each -> each.id().value() + " " + each.work())
        .containsExactly("a RUN", "b DRY_RUN", "c RUN");
    assertThat(selected.nodes().getLast().upstreams()).containsExactly(new NodeId("b"));
  }
}
