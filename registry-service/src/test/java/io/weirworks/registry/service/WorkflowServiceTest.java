package io.weirworks.registry.service;

import static io.weirworks.registry.service.Commands.create;
import static io.weirworks.registry.service.Commands.deploy;
import static io.weirworks.registry.service.Commands.register;
import static io.weirworks.registry.service.FlowSpecs.daily;
import static io.weirworks.registry.service.FlowSpecs.node;
import static io.weirworks.registry.service.FlowSpecs.withParameter;
import static io.weirworks.registry.service.FlowSpecs.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowDeployed;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.registry.workflow.WorkflowLimits;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows as other teams see them. */
class WorkflowServiceTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final RegistryTown town = RegistryTown.shared();

  @Test
  void deployedWorkflowIsToldWholeAndShownWithItsDefinition() throws Exception {
    // given
    town.workspace("flights");
    String spec =
        workflow(
                "delays",
                node("start", "VIRTUAL", ""),
                withParameter(
                    node("report", "EMR_SPARK_SQL", "select '${day}'"), "day", "$[yyyymmdd-1]"))
            .toString();
    // when
    CommandAccepted accepted = town.accepted(deploy("flights", spec), "flights");
    // then
    String id = accepted.getSubject();
    WorkflowDeployed deployed = (WorkflowDeployed) town.events(id, 1).getFirst().value();
    WorkflowDefinition definition = deployed.getDefinition();
    assertThat(definition.getVersion()).isEqualTo(1);
    assertThat(definition.getTimeZone()).isEqualTo(RegistryTown.PLATFORM_ZONE);
    assertThat(definition.getTrigger().getCron()).isEqualTo("00 30 05 * * ?");
    assertThat(definition.getNodes())
        .extracting(NodeDefinition::getCommand)
        .containsExactly("VIRTUAL", "EMR_SPARK_SQL");
    assertThat(definition.getNodes().getLast().getParameters())
        .singleElement()
        .satisfies(parameter -> assertThat(parameter.getValue()).isEqualTo("$[yyyymmdd-1]"));
    assertThat(deployed.getComment()).isEqualTo("because");
    assertThat(((WorkflowState) town.state(id, 1)).getDefinition()).isEqualTo(definition);
    JsonNode shown = town.json("/workflows/" + id);
    assertThat(shown.path("definition")).isEqualTo(JSON.readTree(definition.toString()));
    assertThat(town.get("/workflows/" + id + "/specification").body())
        .isEqualTo(deployed.getSpecification());
    assertThat(town.json("/workflows?workspace=flights&kind=CYCLE_WORKFLOW").path("items"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.path("name").asText()).isEqualTo("delays");
              assertThat(item.path("nodes").asInt()).isEqualTo(2);
            });
  }

  static Stream<Arguments> refusedDocuments() {
    return Stream.of(
        Arguments.of(
            "Flink",
            daily("f", "FLINK_SQL_STREAM", "select 1", "local"),
            List.of("FlinkNotSupported")),
        Arguments.of(
            "a type that does not exist",
            daily("f", "EMR_SPARKSQL", "select 1", "local"),
            List.of("UnknownNodeType", "EMR_SPARK_SQL")),
        Arguments.of(
            "a computing resource that does not exist",
            daily("f", "EMR_SPARK_SQL", "select 1", "cluster"),
            List.of("NotFound", "$..nodes[?(@.id=='report')].datasource.name", "'cluster'")),
        Arguments.of(
            "an expression that is not closed",
            workflow("f", withParameter(node("n", "EMR_SHELL", "ls"), "d", "$[yyyymmdd"))
                .toString(),
            List.of("InvalidExpression", "parameters[0].value")),
        Arguments.of(
            "several problems",
            workflow("f", node("a", "EMR_SPARK_SQL", ""), node("b", "NO_SUCH", "x")).toString(),
            List.of("MissingValue", "UnknownNodeType", "nodes[0]", "nodes[1]")),
        Arguments.of("no document", "{", List.of("MalformedDocument")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedDocuments")
  void wrongDocumentIsRefusedWithCodePlaceAndEveryProblem(
      String what, String spec, List<String> told) {
    // given
    String workspace = "refusing-" + Integer.toHexString(what.hashCode());
    town.workspace(workspace);
    // when
    CommandRejected rejected = town.rejected(deploy(workspace, spec), workspace);
    // then
    assertThat(rejected.getCode()).isEqualTo(told.getFirst());
    assertThat(rejected.getMessage()).contains(told);
  }

  @Test
  void workflowOfAnUnknownWorkspaceIsRefused() {
    // when
    CommandRejected rejected =
        town.rejected(deploy("nowhere", daily("f", "EMR_SHELL", "ls", "local")), "nowhere");
    // then
    assertThat(rejected.getCode()).isEqualTo("NotFound");
    assertThat(rejected.getField()).isEqualTo("workspace");
    assertThat(rejected.getValue()).isEqualTo("nowhere");
  }

  @Test
  void sameDocumentAgainMakesNoVersionAndAChangedOneTheNext() {
    // given
    town.workspace("versions");
    String spec = daily("nightly", "EMR_SHELL", "ls", "local");
    CommandAccepted first = town.accepted(deploy("versions", spec), "versions");
    // when
    CommandAccepted again = town.accepted(deploy("versions", spec + "\n"), "elsewhere");
    CommandAccepted changed =
        town.accepted(
            deploy("versions", daily("nightly", "EMR_SHELL", "pwd", "local")), "versions");
    // then
    String id = first.getSubject();
    assertThat(again.getSubject()).isEqualTo(id);
    assertThat(again.getSequence()).isEqualTo(1);
    assertThat(changed.getSequence()).isEqualTo(2);
    assertThat(town.events(id, 2))
        .extracting(event -> ((WorkflowDeployed) event.value()).getDefinition().getVersion())
        .containsExactly(1, 2);
    assertThat(((WorkflowState) town.state(id, 2)).getDefinition().getVersion()).isEqualTo(2);
  }

  @Test
  void commandsKeyedByTheWorkspaceNeedNotWaitForOneAnother() {
    // when
    List<String> ids =
        List.of(
            town.send(create("pipelined"), "pipelined"),
            town.send(register("pipelined", "local"), "pipelined"),
            town.send(deploy("pipelined", daily("one", "EMR_SHELL", "ls", "local")), "pipelined"),
            town.send(deploy("pipelined", daily("two", "EMR_SHELL", "ls", "local")), "pipelined"),
            town.send(
                deploy("pipelined", daily("three", "EMR_SHELL", "ls", "local")), "pipelined"));
    // then
    assertThat(ids)
        .allSatisfy(id -> assertThat(town.reply(id)).isInstanceOf(CommandAccepted.class));
  }

  @Test
  void restartedServiceGoesOnWhereItStood() throws Exception {
    // given
    town.workspace("lasting");
    String spec = daily("job", "EMR_SHELL", "ls", "local");
    CommandAccepted before = town.accepted(deploy("lasting", spec), "lasting");
    JsonNode shown = town.json("/workflows/" + before.getSubject());
    // when
    town.restart();
    // then
    assertThat(town.json("/workflows/" + before.getSubject())).isEqualTo(shown);
    assertThat(town.accepted(deploy("lasting", spec), "lasting").getSequence()).isEqualTo(1);
    assertThat(
            town.accepted(deploy("lasting", daily("job", "EMR_SHELL", "pwd", "local")), "lasting")
                .getSequence())
        .isEqualTo(2);
    assertThat(town.events(before.getSubject(), 2)).hasSize(2);
  }

  @Test
  void largestWorkflowIsDeployedToldAndKept() {
    // given
    town.workspace("large");
    String script = "echo " + "x".repeat(1_500);
    ObjectNode[] nodes =
        IntStream.range(0, WorkflowLimits.MAX_NODES)
            .mapToObj(i -> node("n" + i, "EMR_SHELL", script))
            .toArray(ObjectNode[]::new);
    // when
    CommandAccepted accepted =
        town.accepted(deploy("large", workflow("wide", nodes).toString()), "large");
    // then
    assertThat(((WorkflowState) town.state(accepted.getSubject(), 1)).getDefinition().getNodes())
        .hasSize(WorkflowLimits.MAX_NODES);
  }
}
