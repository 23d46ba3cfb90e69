package io.weirworks.scheduler.backfill;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.backfill.NodeSelection.Result;
import io.weirworks.scheduler.backfill.NodeSelection.Wanted;
import io.weirworks.scheduler.dependency.NodeKey;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nodes a backfill has instances of (dataworks-semantics 5.2). */
class NodeSelectionTest {

  /** a to b to c to e, a to d to e, and c to x of another workflow. */
  private static final Map<String, String> NETWORK =
      Map.of("a", "b d", "b", "c", "c", "e x", "d", "e");

  private static NodeKey key(String node) {
    return new NodeKey(node.equals("x") ? "other" : "w", node);
  }

  private static Set<NodeKey> keys(String nodes) {
    return Stream.of(nodes.split(" "))
        .filter(node -> !node.isEmpty())
        .map(NodeSelectionTest::key)
        .collect(toSet());
  }

  private static Set<NodeKey> downstream(NodeKey node) {
    return keys(NETWORK.getOrDefault(node.node(), ""));
  }

  private static Wanted wanted(String mode, String named) {
    Set<NodeKey> keys = keys(named);
    NodeKey first = key(named.substring(0, 1));
    return switch (mode) {
      case "GENERAL" -> new Wanted.General(first, keys);
      case "MANUAL_SELECTION" -> new Wanted.ManualSelection(keys);
      case "CHAIN" -> new Wanted.Chain(keys);
      default -> new Wanted.AllDownstream(first);
    };
  }

  /** Rows 35 and 37. */
  @ParameterizedTest(name = "{0} of {1} without {2}, {3} forbidden: {4} run, {5} dry-run")
  @CsvSource(
      nullValues = "-",
      value = {
        "GENERAL, a c, '', '', a c, b",
        "GENERAL, a e, '', '', a e, b c d",
        "MANUAL_SELECTION, b d, '', '', b d, ''",
        "MANUAL_SELECTION, a x, '', '', a x, b c",
        "CHAIN, a e, '', '', a b c d e, ''",
        "CHAIN, b e, '', '', b c e, ''",
        "ALL_DOWNSTREAM, b, '', '', b c e x, ''",
        "ALL_DOWNSTREAM, a, b, '', a c d e x, b",
        "ALL_DOWNSTREAM, a, e x, '', a b c d, ''",
        "ALL_DOWNSTREAM, a, '', c, a b d e x, c",
        "CHAIN, a e, '', d, a b c e, d"
      })
  void chosenNodesRunAndWhatLiesBetweenDryRuns(
      String mode, String named, String excluded, String forbidden, String run, String dryRun) {
    // when
    Result result =
        NodeSelection.of(
            wanted(mode, named),
            keys(excluded),
            NodeSelectionTest::downstream,
            node -> !keys(forbidden).contains(node));
    // then
    assertThat(result).isEqualTo(new Result.Selected(keys(run), keys(dryRun)));
  }

  /** Row 37. */
  @Test
  void rootThatMayNotBeRunRefusesTheWholeBackfill() {
    assertThat(
            NodeSelection.of(
                wanted("ALL_DOWNSTREAM", "a"),
                Set.of(),
                NodeSelectionTest::downstream,
                node -> !node.equals(key("a"))))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.rejection().value()).isEqualTo("a"));
  }

  @Test
  void includedNodeThatIsNoDescendantIsRefused() {
    assertThat(
            NodeSelection.of(
                wanted("GENERAL", "b d"), Set.of(), NodeSelectionTest::downstream, _ -> true))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> {
              assertThat(refused.rejection().field()).isEqualTo("includeNodes");
              assertThat(refused.rejection().value()).isEqualTo("d");
            });
  }

  @Test
  void excludingAllIsRefused() {
    assertThat(
            NodeSelection.of(
                wanted("MANUAL_SELECTION", "b"),
                keys("b"),
                NodeSelectionTest::downstream,
                _ -> true))
        .isInstanceOf(Result.Refused.class);
  }
}
