package io.weirworks.scheduler.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
  private static final WorkflowId WORKFLOW = new WorkflowId("w");
  private static final LocalDate DAY = LocalDate.of(2025, 3, 15);

  @Test
  void derivedIdsStayTheSameForEver() {
    // given
    WorkflowInstanceId instance = WorkflowInstanceId.manual(WORKFLOW, "cli", "c1", DAY);
    NodeInstanceId node = NodeInstanceId.of(instance, new NodeId("n"));
    // then: changing these values would generate every stored instance again
    assertThat(instance.value()).hasToString("5c2ca91b-3478-5024-a677-36752a90759f");
    assertThat(node.value()).hasToString("de84c4d3-0c72-5fc3-9b38-cb5a0eb8ad46");
    assertThat(RunId.of(node, 1).value()).hasToString("46276f3a-123e-5fde-8528-0832c0ab6953");
    assertThat(BackfillId.of("cli", "c1").value())
        .hasToString("d9073e4b-a625-5cf5-9fa4-c2b9cf2beab9");
  }

  @Test
  void idsAreNameBasedUuidsOfVersion5() {
    UUID id = DerivedId.of("kind", "part");
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void whatDiffersInAnyPartHasAnotherId() {
    // given
    Set<UUID> ids = new HashSet<>();
    // when
    ids.add(DerivedId.of("a", "bc", "d"));
    ids.add(DerivedId.of("a", "b", "cd"));
    ids.add(DerivedId.of("ab", "c", "d"));
    ids.add(DerivedId.of("a", "bcd"));
    ids.add(DerivedId.of("a", "bcd", ""));
    // then
    assertThat(ids).hasSize(5);
  }

  @Test
  void instancesDifferByWorkflowOriginDateAndAttempt() {
    // given
    BackfillId backfill = BackfillId.of("cli", "c1");
    NodeInstanceId node =
        NodeInstanceId.of(WorkflowInstanceId.manual(WORKFLOW, "cli", "c1", DAY), new NodeId("n"));
    // then
    assertThat(
            Set.of(
                WorkflowInstanceId.manual(WORKFLOW, "cli", "c1", DAY),
                WorkflowInstanceId.manual(new WorkflowId("v"), "cli", "c1", DAY),
                WorkflowInstanceId.manual(WORKFLOW, "cli", "c2", DAY),
                WorkflowInstanceId.manual(WORKFLOW, "cli", "c1", DAY.plusDays(1)),
                WorkflowInstanceId.ofBackfill(WORKFLOW, backfill, DAY),
                WorkflowInstanceId.ofBackfill(WORKFLOW, backfill, DAY.plusDays(1))))
        .hasSize(6);
    assertThat(RunId.of(node, 1)).isNotEqualTo(RunId.of(node, 2));
  }
}
