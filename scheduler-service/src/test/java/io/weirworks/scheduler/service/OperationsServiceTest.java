package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.builder;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.scheduler.ChangeInstancePriority;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.FreezeInstance;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceReset;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.NodeRunFailed;
import io.weirworks.contract.scheduler.RemoveDependency;
import io.weirworks.contract.scheduler.RerunDownstream;
import io.weirworks.contract.scheduler.RerunInstance;
import io.weirworks.contract.scheduler.RetriesExhausted;
import io.weirworks.contract.scheduler.SetInstanceSuccess;
import io.weirworks.contract.scheduler.UnfreezeInstance;
import io.weirworks.contract.scheduler.WaitOwner;
import io.weirworks.contract.scheduler.WaitReason;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.contract.scheduler.WorkflowInstanceReopened;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators do, at the real service (dataworks-semantics 5.1). */
@ExtendWith(TownExtension.class)
class OperationsServiceTest {

  private final Town town;
  private final Stories stories;

  OperationsServiceTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  private String id(String flow, String node) {
    return Stories.of(stories.nodeStates(flow), node).getNodeInstanceId();
  }

  private NodeInstanceState state(String flow, String node, Predicate<NodeInstanceState> when) {
    return Stories.of(
        Town.soon()
            .until(
                () -> stories.nodeStates(flow),
                states -> states.containsKey(node) && when.test(Stories.of(states, node))),
        node);
  }

  private List<WorkflowInstanceCompleted> completions(String flow, int howMany) {
    return Town.soon()
        .until(
            () ->
                town.tape().values(WorkflowInstanceCompleted.class).stream()
                    .filter(end -> end.getWorkflowInstanceId().equals(flow))
                    .toList(),
            ends -> ends.size() >= howMany);
  }

  @Test
  void rerunWithDownstreamAndSetSuccessReopenTheWorkflowInstanceAndAreLogged() throws Exception {
    // given: b fails, so c and d are blocked
    town.deploy(
        workflow(
            "operated",
            node("a"),
            behaving(FakeExecutor.FAIL, "b", "a"),
            node("c", "b"),
            virtual("d", "c")));
    Town.Answer answer = stories.run("operated");
    String flow = answer.accepted().subject();
    assertThat(stories.completed(answer).getStatus()).isEqualTo(FlowStatus.FAILURE);
    stories.nodeStates(flow, InstanceStatus.FAILURE, 1);

    assertThat(town.web().get("/instances/" + id(flow, "d") + "/diagnosis").body())
        .containsSubsequence("\"chain\":[", "\"d\"", "\"c\"", "\"b\"", "NonZeroExit", "\"roots\"");

    // when
    Town.Answer success = town.ask(new SetInstanceSuccess(id(flow, "b"), "known to be harmless"));

    // then
    assertThat(success.accepted().subject()).isEqualTo(id(flow, "b"));
    assertThat(completions(flow, 2))
        .extracting(WorkflowInstanceCompleted::getStatus)
        .containsExactly(FlowStatus.FAILURE, FlowStatus.SUCCESS);
    assertThat(stories.told(success, WorkflowInstanceReopened.class)).hasSize(1);
    assertThat(state(flow, "b", it -> it.getStatus() == InstanceStatus.SUCCESS).getDryRun())
        .isTrue();

    // and when: the whole again from a on
    Town.Answer rerun =
        town.ask(new RerunInstance(id(flow, "a"), RerunDownstream.ALL, List.of(), "new data"));

    // then: b fails again with a new attempt
    assertThat(completions(flow, 3).getLast().getStatus()).isEqualTo(FlowStatus.FAILURE);
    assertThat(stories.told(rerun, NodeInstanceReset.class))
        .extracting(NodeInstanceReset::getNode)
        .containsExactly("a", "b", "c", "d");
    state(flow, "b", it -> it.getAttempt() == 2 && it.getStatus() == InstanceStatus.FAILURE);
    assertThat(town.executor().asked())
        .filteredOn(run -> run.getWorkflowInstanceId().equals(flow))
        .extracting(run -> run.getNode() + run.getAttempt())
        .containsExactly("a1", "b1", "c1", "a2", "b2");
    String log = town.web().get("/instances/" + id(flow, "b") + "/operations").body();
    assertThat(log)
        .containsSubsequence(
            "\"actor\":\"user:ada\",\"operation\":\"RERUN_DOWNSTREAM\"",
            "new data",
            "\"operation\":\"SET_SUCCESS\"",
            "known to be harmless");
  }

  @Test
  void rerunOfALargeGraphSetsExactlyItsDownstreamBackOverManyTransactions() throws Exception {
    // given: root before 600 before end, and one beside
    List<NodeDefinition> nodes = new ArrayList<>(List.of(virtual("root"), virtual("beside")));
    IntStream.range(0, 600).forEach(i -> nodes.add(virtual("n" + i, "root")));
    nodes.add(
        virtual("end", IntStream.range(0, 600).mapToObj(i -> "n" + i).toArray(String[]::new)));
    town.deploy(workflow("large-rerun", 1, nodes));
    Town.Answer answer = stories.run("large-rerun");
    String flow = answer.accepted().subject();
    stories.completed(answer);
    stories.nodeStates(flow, InstanceStatus.SUCCESS, 603);

    // when
    Town.Answer rerun =
        town.ask(new RerunInstance(id(flow, "root"), RerunDownstream.ALL, List.of(), null));

    // then
    assertThat(completions(flow, 2).getLast().getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(stories.told(rerun, NodeInstanceReset.class))
        .hasSize(602)
        .extracting(NodeInstanceReset::getNode)
        .doesNotContain("beside")
        .doesNotHaveDuplicates();
    assertThat(town.web().get("/instances/" + id(flow, "n599") + "/operations").body())
        .contains("\"actor\":\"user:ada\",\"operation\":\"RERUN_DOWNSTREAM\"");
  }

  @Test
  void aFrozenInstanceWaitsForItsOperatorAndItsPriorityReachesTheRun() throws Exception {
    // given
    town.deploy(workflow("frozen", behaving(FakeExecutor.HOLD, "a"), node("b", "a")));
    String flow = stories.run("frozen").accepted().subject();
    RunNode held =
        Town.soon().until(() -> town.executor().held("frozen"), all -> !all.isEmpty()).getFirst();
    state(flow, "b", it -> it.getWaitOwner() == WaitOwner.UPSTREAM);

    // when
    town.ask(new FreezeInstance(id(flow, "b"), "later")).accepted();
    town.ask(new ChangeInstancePriority(id(flow, "b"), 8, null)).accepted();
    town.executor().release(held);

    // then
    NodeInstanceState frozen = state(flow, "b", it -> it.getStatus() == InstanceStatus.WAIT_TIME);
    assertThat(frozen.getWaitReason()).isEqualTo(WaitReason.FROZEN);
    assertThat(frozen.getWaitOwner()).isEqualTo(WaitOwner.OPERATOR);
    assertThat(frozen.getFrozen()).isTrue();
    town.ask(new UnfreezeInstance(id(flow, "b"), null)).accepted();
    state(flow, "b", it -> it.getStatus() == InstanceStatus.SUCCESS);
    assertThat(town.executor().asked())
        .filteredOn(run -> run.getWorkflowInstanceId().equals(flow))
        .filteredOn(run -> run.getNode().equals("b"))
        .extracting(RunNode::getPriority)
        .containsExactly(8);
  }

  @Test
  void everyFailedRunIsToldAndTheEndOfTheRerunsOnce() throws Exception {
    // given: row 21
    NodeDefinition failing =
        builder("a")
            .setEnvironment(Map.of(FakeExecutor.BEHAVIOUR, FakeExecutor.FAIL))
            .setRerunTimes(3)
            .setRerunIntervalMs(100)
            .build();
    town.deploy(workflow("exhausted", failing, node("b", "a")));

    // when
    Town.Answer answer = stories.run("exhausted");
    stories.completed(answer);

    // then
    assertThat(stories.told(answer, NodeRunFailed.class))
        .extracting(NodeRunFailed::getAttempt)
        .containsExactly(1, 2, 3, 4);
    assertThat(stories.told(answer, RetriesExhausted.class))
        .singleElement()
        .extracting(RetriesExhausted::getRuns)
        .isEqualTo(4);

    // and when: row 18
    String flow = answer.accepted().subject();
    stories.nodeStates(flow, InstanceStatus.FAILURE, 1);
    assertThat(
            town.ask(new RemoveDependency(id(flow, "b"), List.of("a"), null)).rejection().field())
        .isEqualTo("upstreamInstanceIds");
    town.ask(new RemoveDependency(id(flow, "b"), List.of(id(flow, "a")), null)).accepted();
    state(flow, "b", it -> it.getStatus() == InstanceStatus.SUCCESS);
    Town.soon()
        .until(
            () ->
                town.tape().values(WorkflowInstanceState.class).stream()
                    .filter(it -> it.getWorkflowInstanceId().equals(flow))
                    .toList()
                    .getLast(),
            it -> it.getStatus() == FlowStatus.FAILURE && it.getCounts().getSucceeded() == 1);
  }

  @Test
  void httpAsksOfManyInstancesAtOnceAndTellsEachOutcome() throws Exception {
    // given
    town.deploy(workflow("batch", behaving(FakeExecutor.FAIL, "a"), node("b")));
    Town.Answer answer = stories.run("batch");
    String flow = answer.accepted().subject();
    stories.completed(answer);
    stories.nodeStates(flow, InstanceStatus.FAILURE, 1);
    Web web = town.web();

    // when
    HttpResponse<String> batch =
        web.post(
            "/instances/batch",
            """
            {"action": "SET_SUCCESS", "instanceIds": ["%s", "%s", "none"], "comment": "x"}
            """
                .formatted(id(flow, "a"), id(flow, "b")));

    // then
    assertThat(batch.statusCode()).isEqualTo(200);
    assertThat(batch.body())
        .containsSubsequence(
            "\"success\":true", "\"success\":false", "OperationDenied", "NotFound");
    assertThat(web.post("/instances/batch", "{\"action\": \"RERUN\"}").statusCode()).isEqualTo(400);
    assertThat(
            web.post("/instances/" + id(flow, "b") + "/priority", "{\"priority\": 9}").statusCode())
        .isEqualTo(422);
    assertThat(web.post("/instances/" + id(flow, "b") + "/rerun", "{}").statusCode())
        .isEqualTo(200);
    assertThat(
            web.post("/instances/" + id(flow, "b") + "/rerun", "{\"downstream\": \"SOME\"}").body())
        .contains("CHOSEN");
  }
}
