package io.weirworks.registry.service;

import static io.weirworks.registry.service.Commands.deploy;
import static io.weirworks.registry.service.Commands.undeploy;
import static io.weirworks.registry.service.FlowSpecs.node;
import static io.weirworks.registry.service.FlowSpecs.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.WorkflowDeployed;
import io.weirworks.contract.registry.WorkflowUndeployed;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Workflows that wait for one another, whatever their workspaces and shards. */
class LinkedWorkflowServiceTest {

  private final RegistryTown town = RegistryTown.shared();

  private static String producer(String name, String... outputs) {
    ObjectNode load = node("load", "VIRTUAL", "");
    var declared = load.putObject("outputs").putArray("nodeOutputs");
    List.of(outputs).forEach(output -> declared.addObject().put("data", output));
    return workflow(name, load).toString();
  }

  private static String consumer(String name, String output) {
    ObjectNode document = workflow(name, node("report", "VIRTUAL", ""));
    ((ObjectNode) document.at("/spec/workflows/0"))
        .putArray("dependencies")
        .addObject()
        .put("nodeId", "report")
        .putArray("depends")
        .addObject()
        .put("output", output);
    return document.toString();
  }

  private WorkflowDeployed deployed(String workflowId, int sequence) {
    return (WorkflowDeployed) town.events(workflowId, sequence).get(sequence - 1).value();
  }

  @Test
  void outputOfAnotherWorkspaceBecomesTheNodeThatHasItAndStaysWhileItIsWaitedFor()
      throws Exception {
    // given
    town.workspace("mill");
    town.workspace("shop");
    CommandRejected early = town.rejected(deploy("shop", consumer("board", "mill.flour")), "shop");
    assertThat(early.getCode()).isEqualTo("UnresolvedDependency");
    String mill =
        town.accepted(deploy("mill", producer("grind", "mill.flour")), "mill").getSubject();
    // when
    String board =
        town.accepted(deploy("shop", consumer("board", "mill.flour")), "shop").getSubject();
    // then
    assertThat(deployed(board, 1).getDefinition().getDependencies())
        .extracting(
            Dependency::getOutput, Dependency::getUpstreamWorkflowId, Dependency::getUpstreamNodeId)
        .containsExactly(tuple("mill.flour", mill, "load"));
    assertThat(town.rejected(deploy("mill", producer("grind", "mill.bran")), "mill"))
        .satisfies(
            refused -> {
              assertThat(refused.getCode()).isEqualTo("DownstreamsExist");
              assertThat(refused.getMessage()).contains("shop/board");
            });
    assertThat(town.rejected(undeploy("mill", "grind"), "mill").getCode())
        .isEqualTo("DownstreamsExist");
    assertThat(town.rejected(deploy("shop", producer("copy", "mill.flour")), "shop"))
        .satisfies(
            refused -> {
              assertThat(refused.getCode()).isEqualTo("DuplicateOutput");
              assertThat(refused.getMessage()).contains("mill/grind");
            });
    // when
    town.accepted(undeploy("shop", "board"), "shop");
    // then
    assertThat(town.accepted(undeploy("mill", "grind"), "mill").getSequence()).isEqualTo(2);
    assertThat(town.events(mill, 2).getLast().value()).isInstanceOf(WorkflowUndeployed.class);
    town.awaitRemoval(mill);
    assertThat(town.get("/workflows/" + mill).statusCode()).isEqualTo(404);
    town.accepted(deploy("mill", producer("grind", "mill.flour")), "mill");
    assertThat(deployed(mill, 3).getDefinition().getVersion()).isEqualTo(2);
  }

  @Test
  void ofDeploymentsInOneTransactionTheLastSaysWhichOutputsThereAre() {
    // given
    town.workspace("hasty");
    List<SpecificRecord> commands =
        List.of(
            deploy("hasty", producer("up", "hasty.x")),
            deploy("hasty", producer("up", "hasty.y")),
            undeploy("hasty", "up"),
            deploy("hasty", producer("up", "hasty.x")),
            deploy("hasty", producer("up", "hasty.z")));
    // when
    List<String> ids = commands.stream().map(command -> town.send(command, "hasty")).toList();
    List<SpecificRecord> replies = ids.stream().map(town::reply).toList();
    // then
    assertThat(replies).allMatch(CommandAccepted.class::isInstance);
    String up = ((CommandAccepted) replies.getFirst()).getSubject();
    assertThat(deployed(up, 5).getDefinition().getVersion())
        .isGreaterThan(deployed(up, 4).getDefinition().getVersion());
    assertThat(town.rejected(deploy("hasty", consumer("x", "hasty.x")), "hasty").getCode())
        .isEqualTo("UnresolvedDependency");
    assertThat(town.rejected(deploy("hasty", consumer("y", "hasty.y")), "hasty").getCode())
        .isEqualTo("UnresolvedDependency");
    town.accepted(deploy("hasty", consumer("z", "hasty.z")), "hasty");
  }

  @Test
  void workflowIsUndeployedOverHttp() throws Exception {
    // given
    town.workspace("web-page");
    String id = town.accepted(deploy("web-page", producer("page")), "web-page").getSubject();
    // then
    assertThat(town.delete("/workflows/" + id + "?comment=over").statusCode()).isEqualTo(200);
    assertThat(((WorkflowUndeployed) town.events(id, 2).getLast().value()).getComment())
        .isEqualTo("over");
    assertThat(town.delete("/workflows/" + id).statusCode()).isEqualTo(404);
  }
}
