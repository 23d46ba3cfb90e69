package io.weirworks.registry.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.decision.RejectionCode;
import org.junit.jupiter.api.Test;

class TargetCheckTest {

  private final WorkflowDefinition flights = Drafts.flights().definition();

  @Test
  void onlyNodesThatNameAComputingResourceAskForOne() {
    assertThat(TargetCheck.named(flights)).containsExactly("local");
    assertThat(TargetCheck.problems(flights, "local"::equals)).isEmpty();
  }

  @Test
  void eachNodeWhoseComputingResourceIsNotThereIsNamed() {
    assertThat(TargetCheck.problems(flights, name -> false))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(RejectionCode.NOT_FOUND);
              assertThat(problem.path()).isEqualTo("$..nodes[?(@.id=='report')].datasource.name");
              assertThat(problem.value()).isEqualTo("local");
            });
  }
}
