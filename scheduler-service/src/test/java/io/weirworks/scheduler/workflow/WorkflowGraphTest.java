package io.weirworks.scheduler.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowGraphTest {

  @Test
  void edgesAreCountedOnceHoweverOftenTheyAreGiven() {
    // when
    WorkflowGraph graph = graph(node("a"), node("b", "a", "a"), node("c", "a", "b"));
    // then
    assertThat(graph.upstreamCount(0)).isZero();
    assertThat(graph.upstreamCount(1)).isOne();
    assertThat(graph.upstreamCount(2)).isEqualTo(2);
    assertThat(graph.downstream(0)).containsExactly(1, 2);
    assertThat(graph.downstream(2)).isEmpty();
    assertThat(graph.index(new NodeId("c"))).isEqualTo(2);
    assertThat(graph.starts()).containsExactly(0);
  }

  @Test
  void unknownUpstreamIsRefusedByName() {
    assertThatThrownBy(() -> graph(node("a", "ghost")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ghost");
  }

  @ParameterizedTest(name = "{0} with {1} reruns after attempt {2}: {3}")
  @CsvSource({
    "ALLOWED, 3, 1, true",
    "ALLOWED, 3, 3, true",
    "ALLOWED, 3, 4, false",
    "FAILURE_ALLOWED, 1, 1, true",
    "DENIED, 3, 1, false",
    "ALLOWED, 0, 1, false",
  })
  void threeRerunsAreUpToFourRuns(RerunMode mode, int times, int attempt, boolean expected) {
    assertThat(new RerunPolicy(mode, times, Duration.ofMinutes(3)).allowsAfter(attempt))
        .isEqualTo(expected);
  }

  private static WorkflowGraph graph(NodeDefinition... nodes) {
    return new WorkflowGraph(
        new WorkflowDefinition(
            new WorkflowId("w"), 1, ZoneOffset.UTC, LocalTime.MIDNIGHT, List.of(), List.of(nodes)));
  }

  private static NodeDefinition node(String id, String... upstreams) {
    return new NodeDefinition(
        new NodeId(id),
        NodeWork.RUN,
        RerunPolicy.NONE,
        Duration.ofHours(4),
        ParameterDefinitions.none(),
        Arrays.stream(upstreams).map(NodeId::new).toList(),
        "");
  }
}
