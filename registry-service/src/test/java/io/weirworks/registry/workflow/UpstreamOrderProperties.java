package io.weirworks.registry.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UpstreamOrderProperties {

  /**
   * Each node waits for nodes that were drawn before it, so that there is no circle; the document's
   * order is drawn as well.
   */
  private static Map<String, Set<String>> acyclic(int nodes, Random random) {
    List<String> inDocument = new ArrayList<>();
    Map<String, Set<String>> drawn = new LinkedHashMap<>();
    for (int i = 0; i < nodes; i++) {
      Set<String> upstreams = new LinkedHashSet<>();
      for (int edge = random.nextInt(4); edge > 0 && i > 0; edge--) {
        upstreams.add("n" + random.nextInt(i));
      }
      drawn.put("n" + i, upstreams);
      inDocument.add("n" + i);
    }
    Collections.shuffle(inDocument, random);
    Map<String, Set<String>> shuffled = new LinkedHashMap<>();
    inDocument.forEach(node -> shuffled.put(node, drawn.getOrDefault(node, Set.of())));
    return shuffled;
  }

  @Property(tries = 300, seed = "20261120")
  void everyNodeStandsAfterItsUpstreams(
      @ForAll @IntRange(max = 60) int nodes, @ForAll Random random) {
    // given
    Map<String, Set<String>> upstreams = acyclic(nodes, random);
    // when
    UpstreamOrder order = UpstreamOrder.of(upstreams);
    // then
    assertThat(order)
        .isInstanceOfSatisfying(
            UpstreamOrder.Ordered.class,
            ordered -> {
              assertThat(ordered.places()).containsOnlyKeys(upstreams.keySet());
              upstreams.forEach(
                  (node, ofNode) ->
                      assertThat(ofNode)
                          .allSatisfy(
                              upstream ->
                                  assertThat(ordered.places().get(upstream))
                                      .isLessThan(ordered.places().get(node))));
            });
  }

  @Property(tries = 300, seed = "20261120")
  void circleThatIsNamedIsACircle(
      @ForAll @IntRange(min = 2, max = 60) int nodes, @ForAll Random random) {
    // given
    Map<String, Set<String>> upstreams = acyclic(nodes, random);
    List<String> onCircle =
        new ArrayList<>(upstreams.keySet()).subList(0, 2 + random.nextInt(nodes - 1));
    for (int i = 0; i < onCircle.size(); i++) {
      String next = onCircle.get((i + 1) % onCircle.size());
      upstreams.merge(onCircle.get(i), Set.of(next), UpstreamOrderProperties::union);
    }
    // when
    UpstreamOrder order = UpstreamOrder.of(upstreams);
    // then
    assertThat(order)
        .isInstanceOfSatisfying(
            UpstreamOrder.Circle.class,
            circle -> {
              List<String> ids = circle.nodeIds();
              assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
              for (int i = 0; i < ids.size(); i++) {
                assertThat(upstreams.get(ids.get(i))).contains(ids.get((i + 1) % ids.size()));
              }
            });
  }

  @Example
  void freeNodesKeepTheOrderOfTheDocument() {
    // given
    Map<String, Set<String>> upstreams = new LinkedHashMap<>();
    upstreams.put("c", Set.of());
    upstreams.put("a", Set.of("b"));
    upstreams.put("b", Set.of());
    // then
    assertThat(UpstreamOrder.of(upstreams))
        .isInstanceOfSatisfying(
            UpstreamOrder.Ordered.class,
            ordered ->
                assertThat(ordered.places().sequencedKeySet()).containsExactly("c", "b", "a"));
  }

  @Example
  void longChainNeedsNoDeepStack() {
    // given
    Map<String, Set<String>> upstreams = new LinkedHashMap<>();
    for (int i = 0; i < 100_000; i++) {
      upstreams.put("n" + i, Set.of("n" + (i + 1)));
    }
    upstreams.put("n100000", Set.of());
    // then
    assertThat(UpstreamOrder.of(upstreams))
        .isInstanceOfSatisfying(
            UpstreamOrder.Ordered.class,
            ordered -> assertThat(ordered.places().firstEntry().getKey()).isEqualTo("n100000"));
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> union = new LinkedHashSet<>(left);
    union.addAll(right);
    return union;
  }
}
