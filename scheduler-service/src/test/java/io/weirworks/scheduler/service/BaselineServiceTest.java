package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.WORKSPACE;
import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.DependencyType;
import io.weirworks.contract.registry.MissedTicks;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.contract.registry.WorkflowKind;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.BaselineDefined;
import io.weirworks.contract.scheduler.BaselineInstanceOpened;
import io.weirworks.contract.scheduler.BaselineInstanceState;
import io.weirworks.contract.scheduler.BaselineKind;
import io.weirworks.contract.scheduler.BaselineRemoved;
import io.weirworks.contract.scheduler.BaselineStatusChanged;
import io.weirworks.contract.scheduler.BaselineStep;
import io.weirworks.contract.scheduler.BaselineTaskFailed;
import io.weirworks.contract.scheduler.BaselineTaskName;
import io.weirworks.contract.scheduler.BaselineTaskSlow;
import io.weirworks.contract.scheduler.DefineBaseline;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Baselines of the real service (dataworks-semantics 5.6). */
@ExtendWith(TownExtension.class)
class BaselineServiceTest {

  private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));

  private final Town town;

  BaselineServiceTest(Town town) {
    this.town = town;
  }

  private static WorkflowState daily(
      String name, List<Dependency> dependencies, NodeDefinition... nodes) {
    WorkflowState state = Workflows.workflow(name, nodes);
    state.getDefinition().setKind(WorkflowKind.CYCLE_WORKFLOW);
    state
        .getDefinition()
        .setTrigger(
            Trigger.newBuilder()
                .setType(TriggerType.SCHEDULER)
                .setCron("00 00 00 * * ?")
                .setMissedTicks(MissedTicks.LAST)
                .build());
    state.getDefinition().setDependencies(dependencies);
    return state;
  }

  private static Dependency on(String node, String upstream) {
    return Dependency.newBuilder()
        .setNodeId(node)
        .setType(DependencyType.NORMAL)
        .setUpstreamWorkflowId("wf-base-load")
        .setUpstreamNodeId(upstream)
        .build();
  }

  private static DefineBaseline define(
      String name, String workflow, int priority, String committed) {
    return DefineBaseline.newBuilder()
        .setWorkspace(WORKSPACE)
        .setName(name)
        .setKind(BaselineKind.DAY)
        .setTasks(List.of(new BaselineTaskName(workflow, null)))
        .setPriority(priority)
        .setCommittedTimes(List.of(committed))
        .setAlertMarginMinutes(30)
        .build();
  }

  private Stream<NodeInstanceState> states(String node) {
    return town.tape().values(NodeInstanceState.class).stream()
        .filter(each -> each.getWorkflow().startsWith("base-") && each.getNode().equals(node));
  }

  /** R52, scenario 40, and the lifting of priorities; the next day comes by the service's clock. */
  @Test
  void nextDayIsWatchedAndItsTroublesAreToldWithTheKeyPath() throws Exception {
    // given: what load's slow node takes is known from today
    town.schedule(
        daily(
            "base-load",
            List.of(),
            behaving(FakeExecutor.FAIL, "broken"),
            behaving(FakeExecutor.HOLD, "slow")),
        yesterday);
    town.schedule(
        daily("base-report", List.of(on("report", "broken"), on("report", "slow")), node("report")),
        yesterday);
    town.schedule(daily("base-export", List.of(on("export", "broken")), node("export")), yesterday);
    Town.soon()
        .until(() -> town.executor().held("base-load"), runs -> !runs.isEmpty())
        .forEach(town.executor()::release);
    Town.soon()
        .until(() -> states("slow").anyMatch(it -> it.getStatus() == InstanceStatus.SUCCESS));

    // when
    Town.Answer answer = town.ask(define("morning", "base-report", 7, "47:59"));

    // then
    String baseline = answer.accepted().subject();
    String other = town.ask(define("night", "base-export", 8, "47:59")).accepted().subject();
    assertThat(town.ask(define("late", "base-load", 1, "48:00")).rejection().field())
        .isEqualTo("committedTimes");
    assertThat(town.ask(define("other", "base-report", 1, "08:00")).rejection().code())
        .isEqualTo("Conflict");
    assertThat(town.ask(define("nowhere", "base-none", 1, "08:00")).rejection().code())
        .isEqualTo("NotFound");
    assertThat(posted("HOUR", "base-report", "report")).contains("InvalidParameter", "hour tasks");
    assertThat(posted("DAY", "base-report", "none")).contains("NotFound", "tasks.node");
    assertThat(posted("WEEK", "base-report", "report")).contains("kind is 'WEEK'");
    Town.soon().until(() -> town.tape().values(BaselineDefined.class), all -> !all.isEmpty());
    assertThat(town.tape().values(BaselineInstanceOpened.class)).isEmpty();
    assertThat(town.web().get("/baselines/" + baseline).body())
        .contains("\"name\":\"morning\"", "47:59", "base-report");

    // when: a day later, and a minute later when it looks again
    startAgain(Duration.ofDays(1));
    String opened =
        Town.soon()
            .until(() -> town.tape().values(BaselineInstanceOpened.class), all -> !all.isEmpty())
            .getFirst()
            .getBizdate();
    Town.soon().until(() -> is("broken", opened, InstanceStatus.FAILURE));
    Town.soon().until(() -> is("slow", opened, InstanceStatus.RUNNING));
    startAgain(Duration.ofDays(1).plusMinutes(2));

    // then
    String bizdate = troublesAreTold(baseline, other);
    everythingBeforeItRunsWithItsPriority(bizdate);
    predictionIsShown(baseline, bizdate);

    // when
    startAgain(Duration.ZERO);
    town.web().delete("/baselines/" + baseline);
    town.web().delete("/baselines/" + other);

    // then
    Town.soon().until(() -> town.tape().values(BaselineRemoved.class), all -> all.size() == 2);
    assertThat(town.web().get("/baselines/" + baseline).statusCode()).isEqualTo(404);

    // when: one of the same name, with a node of a workflow that is free again
    town.ask(define("night", "base-report", 1, "00:00")).accepted();
    town.web().delete("/baselines/" + other);

    // then
    Town.soon().until(() -> town.tape().values(BaselineRemoved.class), all -> all.size() == 3);
  }

  private String posted(String kind, String workflow, String node) throws Exception {
    return town.web()
        .post(
            "/baselines",
            """
            {"workspace": "flights", "name": "posted", "kind": "%s", "committedTimes": ["01:00"],
             "tasks": [{"workflow": "%s", "node": "%s"}]}
            """
                .formatted(kind, workflow, node))
        .body();
  }

  private void startAgain(Duration clockShift) {
    town.stop();
    town.startAgain(clockShift);
  }

  private boolean is(String node, String bizdate, InstanceStatus status) {
    return states(node).anyMatch(it -> it.getBizdate().equals(bizdate) && it.getStatus() == status);
  }

  private String troublesAreTold(String baseline, String other) {
    List<BaselineTaskFailed> failed =
        Town.soon()
            .until(() -> town.tape().values(BaselineTaskFailed.class), all -> all.size() > 1);
    List<BaselineTaskSlow> slow =
        Town.soon().until(() -> town.tape().values(BaselineTaskSlow.class), all -> !all.isEmpty());
    assertThat(failed)
        .allSatisfy(
            told -> {
              assertThat(told.getNode()).isEqualTo("broken");
              assertThat(told.getAttempt()).isOne();
            })
        .extracting(BaselineTaskFailed::getBaselineId)
        .containsExactlyInAnyOrder(baseline, other);
    assertThat(slow)
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.getNode()).isEqualTo("slow");
              assertThat(told.getBaselineId()).isEqualTo(baseline);
              assertThat(told.getAverageMs()).isLessThan(60_000);
              assertThat(told.getBizdate()).isEqualTo(failed.getFirst().getBizdate());
            });
    return failed.getFirst().getBizdate();
  }

  private void everythingBeforeItRunsWithItsPriority(String bizdate) {
    assertThat(town.executor().asked())
        .filteredOn(run -> run.getWorkflow().equals("base-load"))
        .filteredOn(run -> run.getBizdate().equals(bizdate))
        .extracting(RunNode::getNode, RunNode::getPriority)
        .containsOnly(tuple("broken", 8), tuple("slow", 7));
    assertThat(town.executor().asked())
        .filteredOn(run -> run.getWorkflow().equals("base-load"))
        .filteredOn(run -> !run.getBizdate().equals(bizdate))
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.getPriority()).isOne());
    assertThat(states("report").filter(it -> it.getBizdate().equals(bizdate)))
        .isNotEmpty()
        .allSatisfy(state -> assertThat(state.getPriority()).isEqualTo(7));
  }

  private void predictionIsShown(String baseline, String bizdate) throws Exception {
    assertThat(town.tape().values(BaselineStatusChanged.class))
        .filteredOn(told -> told.getBaselineId().equals(baseline))
        .isNotEmpty()
        .last()
        .satisfies(
            told ->
                assertThat(told.getKeyPath())
                    .extracting(BaselineStep::getNode)
                    .containsExactly("broken", "report"));
    assertThat(
            town.web()
                .get("/baseline-instances?bizdate=%s&baseline=%s".formatted(bizdate, baseline))
                .body())
        .contains("\"estimatedFinish\":\"", "\"marginMs\":", "\"trouble\":\"SLOW\"");
    assertThat(town.tape().values(BaselineInstanceState.class))
        .extracting(BaselineInstanceState::getBaseline)
        .containsOnly("morning", "night");
  }
}
