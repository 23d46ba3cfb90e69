package io.weirworks.scheduler.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
  private static final Instant TIME = Instant.parse("2025-11-01T02:30:00Z");
  private static final WorkflowId WORKFLOW = new WorkflowId("w");
  private static final LocalDate DAY = LocalDate.of(2025, 3, 15);

  @Test
  void derivedIdsStayTheSameForEver() {
    // given
    WorkflowInstanceId instance = WorkflowInstanceId.manual("cli", "c1");
    NodeInstanceId node = NodeInstanceId.of(instance, new NodeId("n"));
    // then: changing these values would generate every stored instance again
    assertThat(instance.value()).hasToString("4fadeed2-6137-5627-8981-d020b9cd1a7b");
    assertThat(node.value()).hasToString("978ce45c-bbd2-5035-9dcf-26b83719443d");
    assertThat(RunId.of(node, 1).value()).hasToString("41f03cef-e816-5162-abaf-5623ae7c16ee");
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
  void instancesDifferByCommandWorkflowDateAndAttempt() {
    // given
    BackfillId backfill = BackfillId.of("cli", "c1");
    NodeInstanceId node =
        NodeInstanceId.of(WorkflowInstanceId.manual("cli", "c1"), new NodeId("n"));
    // then
    assertThat(
            Set.of(
                WorkflowInstanceId.manual("cli", "c1"),
                WorkflowInstanceId.manual("cli", "c2"),
                WorkflowInstanceId.manual("web", "c1"),
                WorkflowInstanceId.ofBackfill(new WorkflowId("v"), backfill, 0, DAY, TIME),
                WorkflowInstanceId.ofBackfill(WORKFLOW, backfill, 0, DAY, TIME),
                WorkflowInstanceId.ofBackfill(WORKFLOW, backfill, 1, DAY, TIME),
                WorkflowInstanceId.ofBackfill(WORKFLOW, backfill, 0, DAY, TIME.plusSeconds(1)),
                WorkflowInstanceId.ofBackfill(WORKFLOW, backfill, 0, DAY.plusDays(1), TIME)))
        .hasSize(8);
    assertThat(RunId.of(node, 1)).isNotEqualTo(RunId.of(node, 2));
  }
}
