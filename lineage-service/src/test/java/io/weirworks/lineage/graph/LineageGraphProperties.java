package io.weirworks.lineage.graph;

import static io.weirworks.lineage.graph.Direction.DOWNSTREAM;
import static io.weirworks.lineage.graph.Direction.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Laws of the graph's reads, over small graphs with cycles, unlisted columns and whole datasets.
 */
class LineageGraphProperties {

  private static final int DEEP = 100;
  private static final int MANY = 10_000;

  @Provide
  Arbitrary<List<ColumnEdge>> edges() {
    Arbitrary<String> dataset = Arbitraries.of("t1", "t2", "t3", "t4", "t5");
    Arbitrary<String> column = Arbitraries.of("a", "b", "c", ColumnEdge.ANY);
    Arbitrary<@Nullable String> target = column.injectNull(0.2);
    return Combinators.combine(dataset, column, dataset, target, Arbitraries.of(Flow.values()))
        .as((s, c, t, d, flow) -> new ColumnEdge(s, c, t, d, flow, null, false))
        .list()
        .ofMaxSize(14)
        .uniqueElements();
  }

  /** The edges that the graph reaches, as it tells them, with the least number of steps. */
  private static Map<ColumnEdge, Integer> reached(
      LineageGraph graph, ColumnNode start, Direction direction, int depth) {
    Map<ColumnEdge, Integer> found = new LinkedHashMap<>();
    for (ColumnStep step : graph.columns(start, direction, Following.ALL, depth, MANY).edges()) {
      assertThat(found.put(step.edge(), step.depth())).isNull();
    }
    return found;
  }

  private static Map<ColumnEdge, Integer> plainly(
      ColumnNode start, Direction direction, int depth, List<ColumnEdge> edges) {
    Map<ColumnEdge, Integer> found = new LinkedHashMap<>();
    new Closure<ColumnNode, ColumnEdge>(
            nodes -> ColumnNode.leaving(nodes, edges, edge -> ColumnNode.near(edge, direction)),
            edge -> ColumnNode.far(edge, direction))
        .from(start, depth, MANY)
        .edges()
        .forEach(one -> found.put(one.edge(), one.depth()));
    return found;
  }

  @Property(tries = 400, seed = "20261120")
  void everyEdgeIsReachedOnceWithTheLeastNumberOfSteps(
      @ForAll("edges") List<ColumnEdge> edges, @ForAll Direction direction) {
    LineageGraph graph = Updates.graphOf(edges);
    for (String column : List.of("a", "never met", ColumnEdge.ANY)) {
      ColumnNode start = new ColumnNode("t1", column);
      for (int depth : List.of(1, 2, DEEP)) {
        assertThat(reached(graph, start, direction, depth))
            .containsExactlyInAnyOrderEntriesOf(plainly(start, direction, depth, edges));
      }
    }
  }

  @Property(tries = 200, seed = "20261120")
  void whatIsDownstreamOfAnEdgeHasThatEdgeUpstream(@ForAll("edges") List<ColumnEdge> edges) {
    LineageGraph graph = Updates.graphOf(edges);
    for (ColumnEdge first : edges) {
      Set<ColumnEdge> down =
          reached(graph, ColumnNode.far(first, DOWNSTREAM), DOWNSTREAM, DEEP).keySet();
      for (ColumnEdge second : edges) {
        Set<ColumnEdge> up =
            reached(graph, ColumnNode.far(second, UPSTREAM), UPSTREAM, DEEP).keySet();
        assertThat(up.contains(first)).isEqualTo(down.contains(second));
      }
    }
  }

  @Property(tries = 100, seed = "20261120")
  void moreEdgesThanAskedForAreTold(@ForAll("edges") List<ColumnEdge> edges) {
    LineageGraph graph = Updates.graphOf(edges);
    ColumnNode start = new ColumnNode("t1", ColumnEdge.ANY);
    int all = reached(graph, start, DOWNSTREAM, DEEP).size();
    Steps<ColumnStep> two = graph.columns(start, DOWNSTREAM, Following.ALL, DEEP, 2);
    assertThat(two.truncated()).isEqualTo(all > 2);
    assertThat(two.edges()).hasSize(Math.min(all, 2));
  }

  @Property(tries = 200, seed = "20261120")
  void columnsDownstreamAreTheFarEndsOfTheEdgesDownstream(@ForAll("edges") List<ColumnEdge> edges) {
    LineageGraph graph = Updates.graphOf(edges);
    ColumnNode start = new ColumnNode("t1", "a");
    Map<ColumnNode, Integer> ends = new LinkedHashMap<>();
    plainly(start, DOWNSTREAM, DEEP, edges)
        .forEach((edge, depth) -> ends.merge(ColumnNode.far(edge, DOWNSTREAM), depth, Math::min));
    ends.remove(start);
    Map<ColumnNode, Integer> told = new LinkedHashMap<>();
    for (Reachable.Dataset dataset :
        graph.reach(List.of(start), DOWNSTREAM, Following.ALL, DEEP).datasets()) {
      dataset
          .columns()
          .forEach(column -> told.put(new ColumnNode(dataset.id(), column.name()), column.depth()));
    }
    assertThat(told).containsExactlyInAnyOrderEntriesOf(ends);
  }

  @Property(tries = 200, seed = "20261120")
  void pathsAreTheShortestChainsAndNoneIsMissing(@ForAll("edges") List<ColumnEdge> edges) {
    LineageGraph graph = Updates.graphOf(edges);
    ColumnNode from = new ColumnNode("t1", "a");
    ColumnNode to = new ColumnNode("t3", "b");
    List<List<ColumnEdge>> found =
        graph.paths(from, to, Following.ALL, DEEP, MANY).paths().stream()
            .map(path -> path.stream().map(ColumnStep::edge).toList())
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(shortestChains(from, to, edges));
  }

  private static List<List<ColumnEdge>> shortestChains(
      ColumnNode from, ColumnNode to, List<ColumnEdge> edges) {
    Map<ColumnEdge, Integer> steps = plainly(from, DOWNSTREAM, DEEP, edges);
    List<List<ColumnEdge>> chains = List.of(List.of());
    for (int length = 1; length <= edges.size(); length++) {
      List<List<ColumnEdge>> longer = new ArrayList<>();
      for (List<ColumnEdge> chain : chains) {
        ColumnNode end = chain.isEmpty() ? from : ColumnNode.far(chain.getLast(), DOWNSTREAM);
        int next = length;
        edges.stream()
            .filter(edge -> steps.getOrDefault(edge, 0) == next)
            .filter(edge -> ColumnNode.far(edge, UPSTREAM).touches(end))
            .forEach(edge -> longer.add(Stream.concat(chain.stream(), Stream.of(edge)).toList()));
      }
      List<List<ColumnEdge>> arrived =
          longer.stream().filter(c -> ColumnNode.far(c.getLast(), DOWNSTREAM).touches(to)).toList();
      if (!arrived.isEmpty()) {
        return arrived;
      }
      chains = longer;
    }
    return List.of();
  }
}
