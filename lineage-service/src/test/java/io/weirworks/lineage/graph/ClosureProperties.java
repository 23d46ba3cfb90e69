package io.weirworks.lineage.graph;

import static io.weirworks.lineage.graph.Direction.DOWNSTREAM;
import static io.weirworks.lineage.graph.Direction.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.graph.Closure.Reached;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Laws of the closure, over small graphs with cycles, unlisted columns and whole datasets. */
class ClosureProperties {

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

  private static List<Reached<ColumnEdge>> reach(
      ColumnNode start, Direction direction, int depth, List<ColumnEdge> edges) {
    return new Closure<ColumnNode, ColumnEdge>(
            nodes -> ColumnNode.leaving(nodes, edges, e -> ColumnNode.near(e, direction)),
            e -> ColumnNode.far(e, direction))
        .from(start, depth, MANY)
        .edges();
  }

  private static Set<ColumnEdge> reached(
      ColumnNode start, Direction direction, List<ColumnEdge> edges) {
    Set<ColumnEdge> all = new HashSet<>();
    reach(start, direction, DEEP, edges).forEach(one -> all.add(one.edge()));
    return all;
  }

  /** The plainest way to say it: add edges that touch an end until nothing is added. */
  private static Map<ColumnEdge, Integer> naive(
      ColumnNode start, Direction direction, List<ColumnEdge> edges) {
    Map<ColumnEdge, Integer> depth = new LinkedHashMap<>();
    for (int step = 1; step <= DEEP; step++) {
      for (ColumnEdge edge : edges) {
        ColumnNode near = ColumnNode.near(edge, direction);
        int now = step;
        boolean reachable =
            step == 1
                ? near.touches(start)
                : depth.entrySet().stream()
                    .filter(known -> known.getValue() == now - 1)
                    .anyMatch(known -> ColumnNode.far(known.getKey(), direction).touches(near));
        if (reachable) {
          depth.putIfAbsent(edge, step);
        }
      }
    }
    return depth;
  }

  @Property(tries = 400, seed = "20261120")
  void everyEdgeIsReachedOnceWithTheLeastNumberOfSteps(
      @ForAll("edges") List<ColumnEdge> edges, @ForAll Direction direction) {
    ColumnNode start = new ColumnNode("t1", "a");
    Map<ColumnEdge, Integer> found = new LinkedHashMap<>();
    for (Reached<ColumnEdge> one : reach(start, direction, DEEP, edges)) {
      assertThat(found.put(one.edge(), one.depth())).isNull();
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(naive(start, direction, edges));
  }

  @Property(tries = 400, seed = "20261120")
  void fewerStepsReachTheNearerPart(
      @ForAll("edges") List<ColumnEdge> edges, @ForAll Direction direction) {
    ColumnNode start = new ColumnNode("t1", "a");
    List<Reached<ColumnEdge>> all = reach(start, direction, DEEP, edges);
    for (int depth = 1; depth < 4; depth++) {
      int most = depth;
      assertThat(reach(start, direction, depth, edges))
          .containsExactlyElementsOf(all.stream().filter(one -> one.depth() <= most).toList());
    }
  }

  @Property(tries = 200, seed = "20261120")
  void whatIsDownstreamOfAnEdgeHasThatEdgeUpstream(@ForAll("edges") List<ColumnEdge> edges) {
    for (ColumnEdge first : edges) {
      Set<ColumnEdge> down = reached(ColumnNode.far(first, DOWNSTREAM), DOWNSTREAM, edges);
      for (ColumnEdge second : edges) {
        Set<ColumnEdge> up = reached(ColumnNode.far(second, UPSTREAM), UPSTREAM, edges);
        assertThat(up.contains(first)).isEqualTo(down.contains(second));
      }
    }
  }

  @Property(tries = 100, seed = "20261120")
  void moreEdgesThanAskedForAreTold(@ForAll("edges") List<ColumnEdge> edges) {
    ColumnNode start = new ColumnNode("t1", ColumnEdge.ANY);
    Closure<ColumnNode, ColumnEdge> closure =
        new Closure<>(
            nodes -> ColumnNode.leaving(nodes, edges, e -> ColumnNode.near(e, DOWNSTREAM)),
            e -> ColumnNode.far(e, DOWNSTREAM));
    int all = closure.from(start, DEEP, MANY).edges().size();
    Closure.Reach<ColumnEdge> two = closure.from(start, DEEP, 2);
    assertThat(two.truncated()).isEqualTo(all > 2);
    assertThat(two.edges()).hasSize(Math.min(all, 2));
  }
}
