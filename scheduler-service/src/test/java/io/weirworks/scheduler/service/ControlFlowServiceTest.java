package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.builder;
import static io.weirworks.scheduler.service.Workflows.parameter;
import static io.weirworks.scheduler.service.Workflows.virtual;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.ParameterType;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.registry.ArmEnd;
import io.weirworks.contract.registry.Branch;
import io.weirworks.contract.registry.BranchArm;
import io.weirworks.contract.registry.BranchSelection;
import io.weirworks.contract.registry.Join;
import io.weirworks.contract.registry.JoinArm;
import io.weirworks.contract.registry.Loop;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Recurrence;
import io.weirworks.contract.registry.UpstreamArm;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceCreated;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.contract.scheduler.NodeInstanceLoopStarted;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.TriggerNode;
import io.weirworks.contract.scheduler.TriggerSignalReceived;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Control flow through the real service (dataworks-semantics 4). */
@ExtendWith(TownExtension.class)
class ControlFlowServiceTest {

  private static final Instant SCHEDULED = Instant.parse("2025-11-01T00:00:00Z");

  private final Town town;
  private final Stories stories;

  ControlFlowServiceTest(Town town) {
    this.town = town;
    this.stories = new Stories(town);
  }

  private static NodeDefinition.Builder control(String id, String command, String... upstreams) {
    return builder(id, upstreams).setCommand(command).setScript("").setParameters(List.of());
  }

  private static Parameter bound(String name, String upstream) {
    return Parameter.newBuilder()
        .setName(name)
        .setType(ParameterType.NODE_OUTPUT)
        .setValue("")
        .setSourceNode(upstream)
        .setSourceOutput("outputs")
        .build();
  }

  private static NodeDefinition.Builder printing(String output, String id, String... upstreams) {
    return builder(id, upstreams).setEnvironment(Map.of(FakeExecutor.OUTPUT, output));
  }

  private static NodeDefinition assignment(String id, String output) {
    return printing(output, id)
        .setCommand("CONTROLLER_ASSIGNMENT")
        .setLanguage("shell-script")
        .setOutputParameters(List.of("outputs"))
        .build();
  }

  private static NodeDefinition branch(String id, String upstream) {
    return control(id, "CONTROLLER_BRANCH", upstream)
        .setParameters(List.of(bound("p", upstream)))
        .setBranch(
            new Branch(
                List.of(
                    new BranchArm("'${p[0]}' == 'hz'", "w.hz", null),
                    new BranchArm("'${p[0]}' != 'hz'", "w.other", null)),
                BranchSelection.FIRST_MATCH))
        .build();
  }

  private static NodeDefinition onArm(String id, String output, String branch) {
    return builder(id, branch).setUpstreamArms(List.of(new UpstreamArm(branch, output))).build();
  }

  private static NodeDefinition join(String id, List<ArmEnd> accepted, String... upstreams) {
    return control(id, "CONTROLLER_JOIN", upstreams)
        .setJoin(
            new Join(
                Arrays.stream(upstreams)
                    .map(upstream -> new JoinArm(upstream, upstream, accepted))
                    .toList(),
                String.join(" and ", upstreams)))
        .build();
  }

  @Test
  void branchChoosesByAnAssignedValueAndAJoinEndsTheDryRun() throws Exception {
    // given
    NodeDefinition hub =
        control("hub", "PARAM_HUB", "cities")
            .setParameters(
                List.of(bound("list", "cities"), parameter("area", ParameterType.CONSTANT, "emea")))
            .setOutputParameters(List.of("list", "area"))
            .build();
    NodeDefinition far =
        builder("far", "meet", "hub")
            .setScript("echo ${c[1]}")
            .setParameters(
                List.of(Parameter.newBuilder(bound("c", "hub")).setSourceOutput("list").build()))
            .build();
    town.deploy(
        workflow(
            "branching",
            assignment("cities", "hz,sh"),
            hub,
            branch("pick", "cities"),
            onArm("one", "w.hz", "pick"),
            onArm("two", "w.other", "pick"),
            Workflows.node("below", "two"),
            join("meet", List.of(ArmEnd.SUCCESS, ArmEnd.NOT_RUN), "one", "below"),
            far));

    // when
    Town.Answer answer = stories.run("branching");

    // then
    WorkflowInstanceCompleted completed = stories.completed(answer);
    assertThat(completed.getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(stories.told(answer, RunNode.class))
        .extracting(RunNode::getNode)
        .containsExactly("cities", "one", "far");
    assertThat(stories.told(answer, RunNode.class).getLast().getScript()).isEqualTo("echo sh");
    assertThat(stories.told(answer, NodeInstanceSucceeded.class))
        .filteredOn(NodeInstanceSucceeded::getUnchosen)
        .extracting(NodeInstanceSucceeded::getNode)
        .containsExactlyInAnyOrder("two", "below");
    assertThat(stories.told(answer, NodeInstanceSucceeded.class))
        .filteredOn(succeeded -> succeeded.getNode().equals("hub"))
        .singleElement()
        .extracting(NodeInstanceSucceeded::getHandedOn)
        .isEqualTo(Map.of("list", "hz,sh", "area", "emea"));
    Map<String, NodeInstanceState> states =
        stories.nodeStates(answer.accepted().subject(), InstanceStatus.SUCCESS, 8);
    assertThat(Stories.of(states, "pick").getChosenOutputs()).containsExactly("w.hz");
    assertThat(Stories.of(states, "below").getUnchosen()).isTrue();
    assertThat(Stories.of(states, "cities").getOutputs()).containsExactly("outputs");
  }

  @Test
  void joinThatDoesNotAcceptALeftOutArmFails() throws Exception {
    // given
    town.deploy(
        workflow(
            "strict",
            assignment("cities", "hz"),
            branch("pick", "cities"),
            onArm("one", "w.hz", "pick"),
            onArm("two", "w.other", "pick"),
            join("meet", List.of(ArmEnd.SUCCESS), "one", "two")));

    // when
    Town.Answer answer = stories.run("strict");

    // then
    assertThat(stories.completed(answer).getStatus()).isEqualTo(FlowStatus.FAILURE);
    assertThat(stories.told(answer, NodeInstanceFailed.class))
        .singleElement()
        .extracting(NodeInstanceFailed::getCode)
        .isEqualTo("JoinNotSatisfied");
  }

  private static NodeDefinition inside(NodeDefinition.Builder node, String loop) {
    return node.setLoopNodeId(loop).build();
  }

  @Test
  void forEachRunsItsNodesOncePerElement() throws Exception {
    // given
    town.deploy(
        workflow(
            "traverse",
            assignment("cities", "hz,sh,bj"),
            control("loop", "CONTROLLER_TRAVERSE", "cities")
                .setParameters(List.of(bound("loopDataArray", "cities")))
                .setLoop(new Loop(128, 2, "end"))
                .build(),
            inside(control("start", "CONTROLLER_TRAVERSE_START"), "loop"),
            inside(
                builder("body", "start")
                    .setCommand("DIDE_SHELL")
                    .setParameters(List.of())
                    .setScript("echo ${dag.foreach.current} ${dag.offset}"),
                "loop"),
            inside(control("end", "CONTROLLER_TRAVERSE_END", "body"), "loop"),
            Workflows.node("after", "loop")));

    // when
    Town.Answer answer = stories.run("traverse");

    // then
    WorkflowInstanceCompleted completed = stories.completed(answer);
    assertThat(completed.getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(completed.getCounts().getTotal()).isEqualTo(3);
    assertThat(stories.told(answer, RunNode.class))
        .filteredOn(run -> run.getNode().equals("body"))
        .extracting(RunNode::getScript)
        .containsExactlyInAnyOrder("echo hz 0", "echo sh 1", "echo bj 2");
    assertThat(stories.told(answer, NodeInstanceLoopStarted.class))
        .singleElement()
        .satisfies(
            started -> {
              assertThat(started.getLastIteration()).isEqualTo(3);
              assertThat(started.getIterations()).containsExactly(1, 2);
            });
    assertThat(stories.told(answer, NodeInstanceCreated.class))
        .filteredOn(created -> created.getNode().equals("end"))
        .extracting(NodeInstanceCreated::getIteration)
        .containsExactly(1, 2, 3);
  }

  @Test
  void doWhileGoesRoundUntilEndSaysFalse() throws Exception {
    // given
    town.deploy(
        workflow(
            "cycle",
            control("loop", "CONTROLLER_CYCLE").setLoop(new Loop(5, 1, "end")).build(),
            inside(control("start", "CONTROLLER_CYCLE_START"), "loop"),
            inside(
                builder("body", "start")
                    .setParameters(List.of())
                    .setScript("echo ${dag.loopTimes}"),
                "loop"),
            inside(
                printing("True|True|False", "end", "body").setCommand("CONTROLLER_CYCLE_END"),
                "loop")));

    // when
    Town.Answer answer = stories.run("cycle");

    // then
    assertThat(stories.completed(answer).getStatus()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(stories.told(answer, RunNode.class))
        .filteredOn(run -> run.getNode().equals("body"))
        .extracting(RunNode::getScript)
        .containsExactly("echo 1", "echo 2", "echo 3");
  }

  @Test
  void diagnosisOfWhatWaitsForALoopLeadsToWhatRunsInsideIt() throws Exception {
    // given
    town.deploy(
        workflow(
            "held-cycle",
            control("loop", "CONTROLLER_CYCLE").setLoop(new Loop(5, 1, "end")).build(),
            inside(control("start", "CONTROLLER_CYCLE_START"), "loop"),
            inside(
                builder("body", "start")
                    .setParameters(List.of())
                    .setEnvironment(Map.of(FakeExecutor.BEHAVIOUR, FakeExecutor.HOLD)),
                "loop"),
            inside(printing("False", "end", "body").setCommand("CONTROLLER_CYCLE_END"), "loop"),
            virtual("after", "loop")));
    String flow = stories.run("held-cycle").accepted().subject();
    Town.soon().until(() -> town.executor().held("held-cycle"), all -> !all.isEmpty());
    String after =
        Stories.of(
                Town.soon()
                    .until(() -> stories.nodeStates(flow), states -> states.containsKey("after")),
                "after")
            .getNodeInstanceId();

    // when
    String diagnosis =
        Town.soon()
            .until(
                () -> town.web().get("/instances/" + after + "/diagnosis").body(),
                body -> body.contains("RUN_END"));

    // then
    assertThat(diagnosis.substring(diagnosis.indexOf("\"chain\"")))
        .containsSubsequence(
            "\"node\":\"after\"", "\"node\":\"loop\"", "\"node\":\"body\"", "\"roots\"");
    town.executor().release(town.executor().held("held-cycle").getFirst());
  }

  @Test
  void signalForATriggerIsKeptAndOneForAnotherNodeIsRefused() throws Exception {
    // given
    town.deploy(
        workflow(
            "triggered", control("gate", "SCHEDULER_TRIGGER").build(), virtual("next", "gate")));

    // when
    Town.Answer kept =
        town.ask(new TriggerNode(Workflows.WORKSPACE, "triggered", "gate", SCHEDULED, null));
    Town.Answer refused =
        town.ask(new TriggerNode(Workflows.WORKSPACE, "triggered", "next", SCHEDULED, null));
    Town.Answer manual = stories.run("triggered");

    // then
    List<TriggerSignalReceived> signals =
        Town.soon()
            .until(() -> stories.told(kept, TriggerSignalReceived.class), all -> !all.isEmpty());
    assertThat(signals.getFirst().getSignalId()).isEqualTo(kept.accepted().subject());
    assertThat(refused.rejection().code()).isEqualTo("InvalidParameter");
    assertThat(stories.completed(manual).getStatus()).isEqualTo(FlowStatus.SUCCESS);
  }

  /** Row 33. */
  @Test
  void instanceThatHasEndedAndOneThatIsFrozenCannotBeTriggered() throws Exception {
    // given
    town.deploy(
        workflow(
            "ended",
            control("gate", "SCHEDULER_TRIGGER").build(),
            control("ice", "SCHEDULER_TRIGGER").setRecurrence(Recurrence.PAUSE).build()));
    Town.Answer first = stories.run("ended");
    stories.completed(first);
    String instance =
        WorkflowInstanceId.scheduled(
                new WorkflowId("wf-ended"), LocalDate.parse("2025-10-31"), SCHEDULED)
            .value()
            .toString();
    town.askInternally(
        first,
        instance,
        CreateWorkflowInstance.newBuilder()
            .setWorkflowInstanceId(instance)
            .setWorkflowId("wf-ended")
            .setWorkflowVersion(1)
            .setBizdate("2025-10-31")
            .build());
    stories.nodeStates(instance, InstanceStatus.SUCCESS, 1);

    // when
    Town.Answer again =
        town.ask(new TriggerNode(Workflows.WORKSPACE, "ended", "gate", SCHEDULED, "2025-10-31"));
    Town.Answer frozen =
        town.ask(new TriggerNode(Workflows.WORKSPACE, "ended", "ice", SCHEDULED, null));
    Town.Answer noDate =
        town.ask(new TriggerNode(Workflows.WORKSPACE, "ended", "gate", SCHEDULED, "31.10.2025"));

    // then
    assertThat(again.rejection().code()).isEqualTo("OperationDenied");
    assertThat(again.rejection().message()).contains("has ended as SUCCESS");
    assertThat(frozen.rejection().code()).isEqualTo("OperationDenied");
    assertThat(frozen.rejection().message()).contains("frozen");
    assertThat(noDate.rejection().field()).isEqualTo("bizdate");
  }
}
