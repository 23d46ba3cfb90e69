package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.contract.lineage.ImpactCause;
import io.weirworks.contract.lineage.ImpactOrigin;
import io.weirworks.contract.lineage.RecordImpact;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of impacts that were assessed beside the deciding thread. */
class RecordedImpactTest {

  private static List<String> told() {
    return Kafka.values(KAFKA.read(TopicKind.EVENTS), ImpactAssessed.class).stream()
        .filter(impact -> impact.getNodeInstanceId() != null)
        .map(ImpactAssessed::getNodeInstanceId)
        .toList();
  }

  private static RecordImpact.Builder found(String nodeInstance) {
    return RecordImpact.newBuilder()
        .setImpactId("impact-" + nodeInstance)
        .setOrderingKey("wi-twice")
        .setCause(ImpactCause.NODE_FAILED)
        .setNodeInstanceId(nodeInstance)
        .setOrigins(List.of(new ImpactOrigin("twice.t", null)))
        .setOriginsTotal(1)
        .setAssessedAt(Instant.EPOCH);
  }

  @Test
  void whatTwoMembersAssessedIsToldOnceAndWhatWritesNothingIsNotTold() throws Exception {
    // given
    RecordImpact nothing = found("ni-writes-nothing").setOrigins(List.of()).build();

    // when
    KAFKA.order("wi-twice", found("ni-twice").build());
    KAFKA.order("wi-twice", found("ni-twice").build());
    KAFKA.order("wi-twice", nothing);
    KAFKA.order("wi-twice", found("ni-last").build());

    // then
    await().atMost(PATIENCE).until(() -> told().contains("ni-last"));
    assertThat(told()).containsOnlyOnce("ni-twice").doesNotContain("ni-writes-nothing");
  }
}
