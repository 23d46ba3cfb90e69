package io.weirworks.scheduler.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.dependency.DeclaredDependency.CrossCycleChildren;
import io.weirworks.scheduler.dependency.DeclaredDependency.CrossCycleOtherNode;
import io.weirworks.scheduler.dependency.DeclaredDependency.CrossCycleSelf;
import io.weirworks.scheduler.dependency.DeclaredDependency.Normal;
import io.weirworks.scheduler.dependency.DeclaredDependency.Upstream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Outputs as names (dataworks-semantics 3.9), and circles among what they join. */
class OutputsTest {
  private static final NodeKey A = new NodeKey("one", "a");
  private static final NodeKey B = new NodeKey("two", "b");
  private static final NodeKey C = new NodeKey("two", "c");

  private final Outputs outputs = new Outputs();

  @Test
  void nameBelongsToWhoTookItFirstAndIsComparedByteForByte() {
    // when
    outputs.add("retail.orders", List.of(A));
    // then
    assertThat(outputs.add("retail.orders", List.of(B))).containsExactly(A);
    assertThat(outputs.owners("retail.orders")).contains(List.of(A));
    assertThat(outputs.owners("retail.Orders")).isEmpty();
  }

  @Test
  void declaredDependenciesAreResolvedAndRepeatsFallTogether() {
    // given
    outputs.add("retail.orders", List.of(A));
    outputs.add("retail.flow", List.of(B, C));
    // when
    List<NodeDependency> resolved =
        outputs.resolve(
            B,
            List.of(
                new Normal(new Upstream.Output("retail.orders")),
                new Normal(new Upstream.Node(A)),
                new Normal(new Upstream.Output("retail_root")),
                new Normal(new Upstream.Output("retail.nobody")),
                new CrossCycleSelf(),
                new CrossCycleChildren(),
                new CrossCycleOtherNode(new Upstream.Output("retail.flow")),
                new CrossCycleOtherNode(new Upstream.Output("retail.nobody"))));
    // then
    assertThat(resolved)
        .containsExactly(
            new NodeDependency.OnSameCycle(A),
            new NodeDependency.OnUnknownOutput("retail.nobody"),
            new NodeDependency.OnItself(),
            new NodeDependency.OnChildren(),
            new NodeDependency.OnPreviousCycle(C));
  }

  @Test
  void circleIsFoundOverWorkflows() {
    assertThat(DependencyLoop.find(Map.of(A, Set.of(B), B, Set.of(C), C, Set.of(A))))
        .containsExactly(A, B, C);
    assertThat(DependencyLoop.find(Map.of(A, Set.of(B), B, Set.of(C)))).isEmpty();
    assertThat(DependencyLoop.find(Map.of(A, Set.of(A)))).containsExactly(A);
  }
}
