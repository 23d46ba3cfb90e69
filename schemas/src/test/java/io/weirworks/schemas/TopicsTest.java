package io.weirworks.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

  private static final String D1 = "86400000";

  @Test
  void eachServiceHasTheSameTopicsAndTheExecutorHasLogsToo() {
    assertThat(Topics.of(Service.SCHEDULER))
        .extracting(Topic::name)
        .containsExactly(
            "weirworks.scheduler.commands",
            "weirworks.scheduler.internal",
            "weirworks.scheduler.replies",
            "weirworks.scheduler.events",
            "weirworks.scheduler.state",
            "weirworks.scheduler.dead-letters");
    assertThat(Topics.of(Service.EXECUTOR))
        .extracting(Topic::name)
        .contains("weirworks.executor.logs");
    assertThat(Topics.all()).hasSize(4 * 6 + 1).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}: {1}, {2} ms")
  @CsvSource({
    "weirworks.scheduler.commands,delete,604800000,4194304",
    "weirworks.scheduler.internal,delete,604800000,4194304",
    "weirworks.scheduler.replies,delete,86400000,4194304",
    "weirworks.scheduler.events,delete,-1,4194304",
    "weirworks.executor.logs,delete,259200000,4194304",
    "weirworks.lineage.dead-letters,delete,2592000000,4259840",
    "weirworks.registry.commands,delete,604800000,16777216",
    "weirworks.registry.events,delete,-1,16777216"
  })
  void topicIsKeptAndSizedAsDesign2And3Say(
      String name, String cleanup, String retentionMs, String maxMessageBytes) {
    assertThat(Topics.byName(name).orElseThrow().config())
        .containsEntry("cleanup.policy", cleanup)
        .containsEntry("retention.ms", retentionMs)
        .containsEntry("max.message.bytes", maxMessageBytes);
  }

  @Test
  void stateIsCompactedAndKeepsTombstonesThirtyDays() {
    assertThat(Topics.byName("weirworks.registry.state").orElseThrow().config())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "compact",
                "delete.retention.ms", Long.toString(30 * Long.parseLong(D1)),
                "max.message.bytes", "16777216"));
  }

  @Test
  void brokerStampsCommandsSoThatFreshnessNeedsNoOtherClock() {
    for (Topic topic : Topics.all()) {
      assertThat(topic.config().get("message.timestamp.type"))
          .as(topic.name())
          .isEqualTo(topic.kind() == TopicKind.COMMANDS ? "LogAppendTime" : null);
    }
  }

  @Test
  void unknownTopicIsNotOfTheContract() {
    assertThat(Topics.byName("weirworks.scheduler.logs")).isEmpty();
  }
}
