package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.WORKSPACE;
import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.builder;
import static io.weirworks.scheduler.service.Workflows.cron;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.on;
import static io.weirworks.scheduler.service.Workflows.scheduled;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.Sender;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.DependencyType;
import io.weirworks.contract.registry.MissedTicks;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.AwaitOutcome;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.InstancesGenerated;
import io.weirworks.contract.scheduler.NodeInstanceIsolated;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.Outcome;
import io.weirworks.contract.scheduler.OutcomeKnown;
import io.weirworks.contract.scheduler.ScheduledInstance;
import io.weirworks.contract.scheduler.SchedulerType;
import io.weirworks.contract.scheduler.WaitReason;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances that the clock makes (dataworks-semantics 3.3, 3.6, 3.7). */
@ExtendWith(TownExtension.class)
class ScheduledInstancesTest {

  private final Town town;
  private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
  private final Instant yesterday =
      now.toLocalDate().minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);

  ScheduledInstancesTest(Town town) {
    this.town = town;
  }

  private List<WorkflowInstanceCreated> created(String workflow) {
    return town.tape().values(WorkflowInstanceCreated.class).stream()
        .filter(each -> each.getWorkflow().equals(workflow))
        .toList();
  }

  private List<NodeInstanceState> latest(String workflow, String node) {
    return town.tape().values(NodeInstanceState.class).stream()
        .filter(state -> state.getWorkflow().equals(workflow) && state.getNode().equals(node))
        .collect(toMap(NodeInstanceState::getNodeInstanceId, state -> state, (_, later) -> later))
        .values()
        .stream()
        .toList();
  }

  private LocalDate lastGenerated() {
    return now.toLocalTime().isBefore(Deployment.GENERATION_BEGINS)
        ? now.toLocalDate()
        : now.toLocalDate().plusDays(1);
  }

  /** R22. */
  @Test
  void nightThatNobodyWasThereForIsMadeUpAndTheRestOfTheDayWaitsForItsTime() {
    // given
    WorkflowState hourly =
        scheduled("hourly", cron("00 00 * * * ?").build(), List.of(), virtual("a"), node("b", "a"));

    // when
    town.schedule(hourly, yesterday);

    // then
    int days = lastGenerated().equals(now.toLocalDate()) ? 1 : 2;
    Town.soon().until(() -> created("hourly").size(), count -> count == 24 * days);
    assertThat(created("hourly"))
        .allSatisfy(
            instance -> assertThat(instance.getType()).isEqualTo(WorkflowInstanceType.NORMAL))
        .extracting(WorkflowInstanceCreated::getScheduledTime)
        .doesNotHaveDuplicates();
    assertThat(town.tape().values(InstancesGenerated.class))
        .filteredOn(each -> each.getWorkflow().equals("hourly"))
        .singleElement()
        .satisfies(
            night -> assertThat(night.getMadeUp()).isBetween(now.getHour(), now.getHour() + 1));
    Town.soon()
        .until(
            () ->
                latest("hourly", "b").stream()
                    .filter(state -> state.getStatus() == InstanceStatus.SUCCESS)
                    .count(),
            done -> done > now.getHour());
    assertThat(latest("hourly", "a"))
        .filteredOn(state -> state.getScheduledTime().isAfter(Instant.now()))
        .allSatisfy(
            state -> {
              assertThat(state.getStatus()).isEqualTo(InstanceStatus.WAIT_TIME);
              assertThat(state.getWaitReason()).isEqualTo(WaitReason.SCHEDULED_TIME);
              assertThat(state.getDeadline()).isEqualTo(state.getScheduledTime());
            });
  }

  @Test
  void instanceWaitsForThatOfAnotherWorkflowAndNamesIt() {
    // given
    String midnight = "00 00 00 * * ?";
    WorkflowState downstream =
        scheduled(
            "downstream",
            cron(midnight).setMissedTicks(MissedTicks.LAST).build(),
            List.of(
                on("b", "upstream", "a"),
                Dependency.newBuilder()
                    .setNodeId("b")
                    .setType(DependencyType.CROSS_CYCLE_SELF)
                    .build()),
            node("b"));
    town.schedule(
        scheduled(
            "upstream",
            cron(midnight).setMissedTicks(MissedTicks.LAST).build(),
            List.of(),
            behaving(FakeExecutor.SILENT, "a")),
        yesterday);
    RunNode held =
        Town.soon()
            .until(() -> town.executor().held("upstream"), runs -> !runs.isEmpty())
            .getFirst();

    // when
    town.schedule(downstream, yesterday);

    // then
    Instant today = now.toLocalDate().atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
    NodeInstanceState waiting =
        Town.soon()
            .until(
                () ->
                    latest("downstream", "b").stream()
                        .filter(state -> state.getScheduledTime().equals(today))
                        .filter(state -> state.getWaitReason() == WaitReason.UPSTREAM)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(waiting.getBlockedBy()).containsExactly(held.getNodeInstanceId());
    assertThat(waiting.getStatus()).isEqualTo(InstanceStatus.NOT_RUN);

    // when
    town.executor().release(held);

    // then
    Town.soon()
        .until(
            () -> latest("downstream", "b"),
            states ->
                states.stream().anyMatch(state -> state.getStatus() == InstanceStatus.SUCCESS));
  }

  /** Scenario 8. */
  @Test
  void instanceWithoutAnyUpstreamThatDayIsToldAsIsolated() {
    // when
    town.schedule(
        scheduled(
            "lonely", cron("00 00 00 * * ?").build(), List.of(on("b", "nowhere", "a")), node("b")),
        yesterday);

    // then
    Town.soon()
        .until(
            () -> latest("lonely", "b"),
            states ->
                states.stream().anyMatch(each -> each.getWaitReason() == WaitReason.ISOLATED));
    assertThat(town.tape().values(NodeInstanceIsolated.class))
        .anySatisfy(isolated -> assertThat(isolated.getWorkflow()).isEqualTo("lonely"));
  }

  /** R22: the upstream makes none up, and who waits for it is told so. */
  @Test
  void instanceThatWaitsForOneThatWasLeftOutSaysSo() throws Exception {
    // given
    String midnight = "00 00 00 * * ?";
    town.schedule(
        scheduled(
            "skipping",
            cron(midnight).setMissedTicks(MissedTicks.NONE).build(),
            List.of(),
            virtual("a")),
        yesterday);
    Town.soon()
        .until(
            () ->
                town.tape().values(InstancesGenerated.class).stream()
                    .filter(each -> each.getWorkflow().equals("skipping"))
                    .map(InstancesGenerated::getLeftOutFrom)
                    .toList(),
            times -> times.size() == 1 && times.getFirst() != null);

    // when
    town.schedule(
        scheduled(
            "after-skipped",
            cron(midnight).setMissedTicks(MissedTicks.LAST).build(),
            List.of(on("b", "skipping", "a")),
            node("b")),
        yesterday);

    // then
    NodeInstanceState waiting =
        Town.soon()
            .until(
                () ->
                    latest("after-skipped", "b").stream()
                        .filter(each -> each.getWaitReason() == WaitReason.UPSTREAM_NEVER)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(waiting.getMessage()).contains("wf-skipping", "left out");
    assertThat(town.web().get("/instances/" + waiting.getNodeInstanceId() + "/diagnosis").body())
        .contains("UPSTREAM_NEVER", "left out", "OPERATOR");
  }

  @Test
  void instanceThatIsAwaitedBeforeItExistsTellsWhenItHasSucceeded() throws Exception {
    // given
    town.deploy(Workflows.workflow("late", virtual("a")));
    Town.Answer cause = new Stories(town).run("late");
    LocalDate bizdate = LocalDate.of(2025, 10, 31);
    Instant time = Instant.parse("2025-11-01T00:00:00Z");
    WorkflowInstanceId flow =
        WorkflowInstanceId.scheduled(new WorkflowId("wf-late"), bizdate, time);
    NodeInstanceId upstream = NodeInstanceId.of(flow, new NodeId("a"));
    NodeInstanceId waiter =
        NodeInstanceId.of(WorkflowInstanceId.manual("test", "waiter"), new NodeId("w"));

    // when
    town.askInternally(
        cause,
        flow.value().toString(),
        AwaitOutcome.newBuilder()
            .setSender(new Sender(waiter.value().toString(), 1L))
            .setWorkflowInstanceId(WorkflowInstanceId.manual("test", "waiter").value().toString())
            .setUpstreamNodeInstanceId(upstream.value().toString())
            .setUpstreamWorkflowInstanceId(flow.value().toString())
            .setUpstreamWorkflowId("wf-late")
            .setUpstreamNodeId("a")
            .setUpstreamBizdate(bizdate.toString())
            .build());

    // then
    Town.soon().until(() -> outcomes(upstream), List.of(Outcome.NEVER)::equals);

    // when
    town.askInternally(
        cause,
        flow.value().toString(),
        CreateWorkflowInstance.newBuilder()
            .setWorkflowInstanceId(flow.value().toString())
            .setWorkflowId("wf-late")
            .setWorkflowVersion(1)
            .setBizdate(bizdate.toString())
            .setScheduled(
                ScheduledInstance.newBuilder()
                    .setScheduledTime(time)
                    .setSchedulerType(SchedulerType.NORMAL)
                    .setNotBefore(time)
                    .build())
            .build());

    // then
    Town.soon().until(() -> outcomes(upstream), List.of(Outcome.NEVER, Outcome.SATISFIED)::equals);
  }

  private List<Outcome> outcomes(NodeInstanceId upstream) {
    return town.tape().values(OutcomeKnown.class).stream()
        .filter(known -> known.getSender().getSubject().equals(upstream.value().toString()))
        .map(OutcomeKnown::getOutcome)
        .toList();
  }

  @Test
  void nodeWithItsOwnScheduleHasInstancesOfItsOwnAndOthersWaitForThem() {
    // given
    NodeDefinition own = builder("own").setTrigger(cron("00 00 00 * * ?").build()).build();
    WorkflowState mixed =
        scheduled("mixed", cron("00 00 00 * * ?").build(), List.of(), own, node("rest", "own"));

    // when
    town.schedule(mixed, yesterday);

    // then
    Town.soon()
        .until(
            () -> latest("mixed", "rest"),
            states ->
                states.stream().anyMatch(state -> state.getStatus() == InstanceStatus.SUCCESS));
    assertThat(created("mixed"))
        .extracting(WorkflowInstanceCreated::getNodeId)
        .contains("own")
        .containsNull();
    assertThat(WORKSPACE).isEqualTo(created("mixed").getFirst().getWorkspace());
  }
}
