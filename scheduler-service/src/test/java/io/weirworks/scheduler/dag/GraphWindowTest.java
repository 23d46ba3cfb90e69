package io.weirworks.scheduler.dag;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of the graph around a node (dataworks-semantics 5.4). */
class GraphWindowTest {

  private static NodeDefinition node(String id, String... upstreams) {
    return new NodeDefinition(
        new NodeId(id),
        NodeWork.RUN,
        RerunPolicy.NONE,
        Duration.ofHours(1),
        ParameterDefinitions.none(),
        Arrays.stream(upstreams).map(NodeId::new).toList(),
        "");
  }

  /** a before b and c, both before d, d before e; f beside. */
  private static final WorkflowGraph GRAPH =
      new WorkflowGraph(
          new WorkflowDefinition(
              new WorkflowId("w"),
              1,
              ZoneOffset.UTC,
              LocalTime.MIDNIGHT,
              List.of(),
              List.of(
                  node("e", "d"),
                  node("a"),
                  node("b", "a"),
                  node("c", "a"),
                  node("d", "b", "c", "a"),
                  node("f"))));

  private static List<String> shown(GraphWindow window) {
    return window.places().stream()
        .map(place -> GRAPH.node(place.index()).id().value() + place.level())
        .toList();
  }

  @Test
  void aWindowHasTheLevelsThatAreAskedFor() {
    int d = GRAPH.index(new NodeId("d"));
    assertThat(shown(GraphWindow.around(GRAPH, d, 0, 0))).containsExactly("d0");
    assertThat(shown(GraphWindow.around(GRAPH, d, 1, 1)))
        .containsExactly("a-1", "b-1", "c-1", "d0", "e1");
    assertThat(shown(GraphWindow.around(GRAPH, GRAPH.index(new NodeId("e")), 2, 5)))
        .containsExactly("a-2", "b-2", "c-2", "d-1", "e0");
  }

  @Test
  void withoutACentreItBeginsAtTheNodesWithoutUpstream() {
    assertThat(shown(GraphWindow.fromStart(GRAPH, 1)))
        .containsExactly("a0", "f0", "b1", "c1", "d1");
    assertThat(shown(GraphWindow.fromStart(GRAPH, 9))).hasSize(6).contains("e2");
  }
}
