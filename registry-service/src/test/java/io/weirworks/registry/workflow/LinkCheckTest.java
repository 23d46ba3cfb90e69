package io.weirworks.registry.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.flowspec.DependencyType;
import io.weirworks.registry.workflow.DeployedTown.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** dataworks-semantics 3.3, 3.6, 3.9, 3.11. */
class LinkCheckTest {

  private final DeployedTown town = new DeployedTown();

  @Test
  void outputOfAnotherWorkflowBecomesTheNodeThatHasIt() {
    // given
    WorkflowDraft up =
        town.deploy(DeployedTown.flow("up", new Node("load", "[\"demo.orders\"]", "[]")));
    // when
    WorkflowDraft down =
        town.deploy(
            DeployedTown.flow(
                "down",
                new Node(
                    "report",
                    "[]",
                    """
                    [{"output":"demo.orders"},{"output":"demo.orders"},{"nodeId":"4711","output":"demo.orders"},
                     {"output":"demo.orders","type":"CrossCycleDependsOnOtherNode"}]""")));
    // then: repeats count once, a same-cycle and a cross-cycle edge to one node are two
    Upstream load = new Upstream(up.workflowId(), "load");
    assertThat(down.definition().dependencies())
        .containsExactly(
            new CrossDependency("report", DependencyType.NORMAL, "demo.orders", load),
            new CrossDependency(
                "report", DependencyType.CROSS_CYCLE_OTHER_NODE, "demo.orders", load));
    assertThat(down.definition().nodes().getFirst().upstreams()).isEmpty();
  }

  @Test
  void nodeThatRefersToOneElsewhereIsItsNameForEdges() {
    // given
    WorkflowDraft up =
        town.deploy(DeployedTown.flow("up", new Node("load", "[\"demo.orders\"]", "[]")));
    String reference =
        "{\"id\":\"ref\",\"name\":\"ref\",\"reference\":{\"output\":\"demo.orders\"}}";
    // when
    WorkflowDraft down =
        town.deploy(
            DeployedTown.flow("down", new Node("report", "[]", "[{\"nodeId\":\"ref\"}]"))
                .replace("\"nodes\":[", "\"nodes\":[" + reference + ","));
    // then
    assertThat(down.definition().nodes()).extracting(NodeDefinition::id).containsExactly("report");
    assertThat(down.definition().dependencies())
        .extracting(CrossDependency::upstream)
        .containsExactly(new Upstream(up.workflowId(), "load"));
  }

  @Test
  void outputThatNoDeployedNodeHasIsRefusedWithNearMatches() {
    // given
    town.deploy(DeployedTown.flow("up", new Node("load", "[\"demo.orders\"]", "[]")));
    // when
    List<Problem> problems =
        town.refuse(
            DeployedTown.flow("down", new Node("report", "[]", "[{\"output\":\"demo.order\"}]")));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::value)
        .containsExactly(tuple("UnresolvedDependency", "demo.order"));
    assertThat(problems.getFirst().expected()).contains("did you mean demo.orders");
  }

  @Test
  void secondProducerOfAnOutputIsRefusedAndTheOwnerNamed() {
    // given
    town.deploy(DeployedTown.flow("one", new Node("load", "[\"demo.orders\"]", "[]")));
    // when
    List<Problem> problems =
        town.refuse(DeployedTown.flow("two", new Node("copy", "[\"demo.orders\"]", "[]")));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::value)
        .containsExactly(tuple("DuplicateOutput", "demo.orders"));
    assertThat(problems.getFirst().expected()).contains("node 'load' of demo/one");
  }

  @Test
  void outputsThatNodesHaveByThemselvesGiveWay() {
    // given
    town.deploy(DeployedTown.flow("one", new Node("load", "[]", "[]")));
    // when
    town.deploy(DeployedTown.flow("two", new Node("load", "[]", "[]")));
    // then
    assertThat(town.owner("demo.load")).isEqualTo("one");
    // when
    town.deploy(DeployedTown.flow("three", new Node("x", "[\"demo.load\"]", "[]")));
    // then
    assertThat(town.owner("demo.load")).isEqualTo("three");
  }

  @Test
  void outputThatOthersDependOnStaysAndTheyAreNamed() {
    // given
    town.deploy(DeployedTown.flow("up", new Node("load", "[\"demo.orders\"]", "[]")));
    town.deploy(
        DeployedTown.flow("down", new Node("report", "[]", "[{\"output\":\"demo.orders\"}]")));
    // when
    List<Problem> problems =
        town.refuse(DeployedTown.flow("up", new Node("load", "[\"demo.others\"]", "[]")));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::value)
        .containsExactly(tuple("DownstreamsExist", "demo.orders"));
    assertThat(problems.getFirst().expected()).contains("node 'report' of demo/down");
  }

  @Test
  void circleOverSeveralWorkflowsIsRefusedByItsNodes() {
    // given
    town.deploy(DeployedTown.flow("a", new Node("a", "[]", "[]")));
    town.deploy(DeployedTown.flow("b", new Node("b", "[]", "[{\"output\":\"demo.a\"}]")));
    town.deploy(DeployedTown.flow("c", new Node("c", "[]", "[{\"output\":\"demo.b\"}]")));
    // when
    List<Problem> problems =
        town.refuse(DeployedTown.flow("a", new Node("a", "[]", "[{\"output\":\"demo.c\"}]")));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::value)
        .containsExactly(tuple("DependencyCycle", "demo/a/a -> demo/c/c -> demo/b/b -> demo/a/a"));
  }

  @Test
  void workflowsMayWaitForOneAnotherWhereNoNodeWaitsForItselfAndOverCycles() {
    // given
    town.deploy(DeployedTown.flow("x", new Node("a", "[]", "[]")));
    town.deploy(DeployedTown.flow("y", new Node("b", "[]", "[{\"output\":\"demo.a\"}]")));
    // when: another node of x waits for y, and a itself for y's cycle before
    WorkflowDraft x =
        town.deploy(
            DeployedTown.flow(
                "x",
                new Node(
                    "a",
                    "[]",
                    "[{\"output\":\"demo.b\",\"type\":\"CrossCycleDependsOnOtherNode\"}]"),
                new Node("c", "[]", "[{\"output\":\"demo.b\"}]")));
    // then
    assertThat(x.definition().dependencies()).hasSize(2);
  }
}
