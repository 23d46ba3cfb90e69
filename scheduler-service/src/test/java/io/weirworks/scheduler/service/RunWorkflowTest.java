package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.builder;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeCounts;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import io.weirworks.messaging.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manual runs of a deployed workflow. */
@ExtendWith(TownExtension.class)
class RunWorkflowTest {

  private static final String BIZDATE = "2025-10-31";

  private final Town town;
  private final Stories stories;

  RunWorkflowTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  @Test
  void nodesRunInTheOrderOfTheGraphWithTheirParameters() throws Exception {
    // given
    NodeDefinition shell =
        builder("d", "b", "c")
            .setCommand("DIDE_SHELL")
            .setParameters(List.of())
            .setPositionalParameters(List.of("$bizdate", "$[yyyy-mm-dd]"))
            .setScript("echo $1 $2")
            .build();
    town.deploy(workflow("diamond", virtual("a"), node("b", "a"), node("c", "a"), shell));

    // when
    Town.Answer answer =
        town.ask(
            new RunWorkflow(Workflows.WORKSPACE, "diamond", BIZDATE, Map.of("area", "apac"), null));

    // then
    WorkflowInstanceCompleted completed = stories.completed(answer);
    assertThat(completed.getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(completed.getCounts()).isEqualTo(new NodeCounts(4, 0, 0, 0, 4, 0, 0));
    assertThat(stories.told(answer, WorkflowInstanceCreated.class))
        .singleElement()
        .extracting(WorkflowInstanceCreated::getWorkflowInstanceId)
        .isEqualTo(answer.accepted().subject());
    List<String> order =
        stories.told(answer, NodeInstanceSucceeded.class).stream()
            .map(NodeInstanceSucceeded::getNode)
            .toList();
    assertThat(order).startsWith("a").endsWith("d").contains("b", "c");
    List<RunNode> runs = stories.told(answer, RunNode.class);
    assertThat(runs).extracting(RunNode::getNode).containsExactlyInAnyOrder("b", "c", "d");
    assertThat(runs.getFirst().getScript()).isEqualTo("echo 20251031 apac ${unknown}");
    assertThat(runs.getLast().getScript()).isEqualTo("echo $1 $2");
    assertThat(runs.getLast().getArguments()).containsExactly("20251031", "2025-11-01");
    Map<String, NodeInstanceState> states =
        stories.nodeStates(answer.accepted().subject(), InstanceStatus.SUCCESS, 4);
    assertThat(Stories.of(states, "b").getParameters()).containsEntry("dt", "20251031");
    assertThat(Stories.of(states, "d").getPositionalParameters())
        .containsExactly("20251031", "2025-11-01");
    assertThat(states.values())
        .allSatisfy(state -> assertThat(state.getWaitReason()).isNull())
        .allSatisfy(state -> assertThat(state.getEndedAt()).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({
    "flights, nothing, 2025-10-31, NotFound, workflow, nothing",
    "nowhere, nothing, 2025-10-31, NotFound, workspace, nowhere",
    "flights, nothing, 2025-10-32, InvalidParameter, bizdate, 2025-10-32",
    "flights, nothing, 20251031, InvalidParameter, bizdate, 20251031",
  })
  void runThatCannotBeIsRefusedWithItsReason(
      String workspace, String workflow, String bizdate, String code, String field, String value)
      throws Exception {
    Rejection rejection =
        town.ask(new RunWorkflow(workspace, workflow, bizdate, Map.of(), null)).rejection();
    assertThat(rejection.code()).isEqualTo(code);
    assertThat(rejection.field()).isEqualTo(field);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.message()).isNotBlank();
  }

  @Test
  void runningInstanceKeepsTheVersionThatItBeganWith() throws Exception {
    // given
    town.deploy(workflow("pinned", behaving(FakeExecutor.HOLD, "a"), node("b", "a")));
    Town.Answer answer = stories.run("pinned");
    List<RunNode> held =
        Town.soon().until(() -> town.executor().held("pinned"), runs -> !runs.isEmpty());

    // when
    town.deploy(workflow("pinned", 2, List.of(node("a"))));
    Town.soon()
        .until(
            () ->
                town.ask(new RunWorkflow(Workflows.WORKSPACE, "pinned", BIZDATE, Map.of(), null))
                    .accepted()
                    .subject(),
            this::isOfVersionTwo);
    town.executor().release(held.getFirst());

    // then
    assertThat(stories.completed(answer).getCounts())
        .isEqualTo(new NodeCounts(2, 0, 0, 0, 2, 0, 0));
  }

  private boolean isOfVersionTwo(String workflowInstance) {
    return Town.soon()
            .until(
                () ->
                    town.tape().values(WorkflowInstanceCreated.class).stream()
                        .filter(made -> made.getWorkflowInstanceId().equals(workflowInstance))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow()
            .getWorkflowVersion()
        == 2;
  }

  @Test
  void wideWorkflowIsDecidedInSeveralTransactions() throws Exception {
    // given
    int wide = 450;
    List<NodeDefinition> nodes = new ArrayList<>();
    nodes.add(virtual("start"));
    IntStream.range(0, wide).forEach(i -> nodes.add(node("n" + i, "start")));
    nodes.add(
        virtual("end", IntStream.range(0, wide).mapToObj(i -> "n" + i).toArray(String[]::new)));
    town.deploy(workflow("wide", 1, nodes));

    // when
    Town.Answer answer = stories.run("wide");

    // then
    assertThat(stories.completed(answer).getCounts())
        .isEqualTo(new NodeCounts(wide + 2, 0, 0, 0, wide + 2, 0, 0));
    assertThat(
            town.executor().asked().stream()
                .filter(run -> run.getWorkflow().equals("wide"))
                .map(RunNode::getRunId))
        .hasSize(wide)
        .doesNotHaveDuplicates();
  }

  /** Dataworks-semantics 5.3. */
  @Test
  void smokeTestRunsOneNodeAloneWhateverItsUpstream() throws Exception {
    // given
    town.deploy(workflow("tested", node("before"), node("it", "before"), node("after", "it")));
    // when
    Town.Answer answer =
        town.ask(new RunWorkflow(Workflows.WORKSPACE, "tested", BIZDATE, Map.of(), "it"));
    Town.Answer nobody =
        town.ask(new RunWorkflow(Workflows.WORKSPACE, "tested", BIZDATE, Map.of(), "nobody"));
    // then
    WorkflowInstanceCompleted completed = stories.completed(answer);
    assertThat(completed.getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(completed.getCounts().getTotal()).isOne();
    assertThat(stories.told(answer, RunNode.class)).extracting(RunNode::getNode).containsOnly("it");
    assertThat(stories.told(answer, WorkflowInstanceCreated.class))
        .singleElement()
        .satisfies(made -> assertThat(made.getType()).isEqualTo(WorkflowInstanceType.SMOKE_TEST));
    assertThat(nobody.rejection().field()).isEqualTo("node");
  }
}
