package io.weirworks.examples.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.scheduler.BackfillCompleted;
import io.weirworks.contract.scheduler.BackfillCounts;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowBackfillTest {

  private static final StartBackfill COMMAND =
      StartBackfill.newBuilder()
          .setWorkspace("demo")
          .setWorkflow("flights")
          .setFromBizdate("2001-01-01")
          .setToBizdate("2001-01-03")
          .setParameters(Map.of("data_dir", "/somewhere"))
          .build();

  private final List<String> printed = new ArrayList<>();
  private final Scheduler scheduler;
  private final FollowBackfill follower;

  FollowBackfillTest() throws Exception {
    scheduler = new Scheduler();
    follower = new FollowBackfill(scheduler.bootstrapServers, printed::add);
  }

  private String id = "";

  @BeforeEach
  void publish() throws Exception {
    id = follower.publish(COMMAND);
  }

  @AfterEach
  void close() {
    follower.close();
    scheduler.close();
  }

  private void event(SpecificRecord event, String subject, long sequence, String correlation)
      throws Exception {
    String type = event.getSchema().getFullName();
    scheduler.tell(TopicKind.EVENTS, subject, type, subject, sequence, correlation, event);
  }

  private void reply(SpecificRecord reply) throws Exception {
    scheduler.tell(
        TopicKind.REPLIES, id, reply.getSchema().getFullName(), "bf-" + id, 0, id, reply);
  }

  private static NodeInstanceSucceeded succeeded(String node) {
    return NodeInstanceSucceeded.newBuilder()
        .setNodeInstanceId("ni-" + node)
        .setWorkflowInstanceId("wi-1")
        .setWorkspace("demo")
        .setWorkflow("flights")
        .setNode(node)
        .setBizdate("2001-01-01")
        .setAttempt(1)
        .setEndedAt(Instant.EPOCH)
        .build();
  }

  private static BackfillCompleted completed(FlowStatus status) {
    return new BackfillCompleted("bf", status, new BackfillCounts());
  }

  /** Topics and partitions are read in no order among each other. */
  private void pollUntilPrinted(String... texts) {
    for (int i = 0; i < 100; i++) {
      String now = String.join("\n", printed);
      if (Stream.of(texts).allMatch(now::contains)) {
        return;
      }
      assertThat(follower.poll(id, Duration.ofMillis(200))).isEmpty();
    }
    assertThat(String.join("\n", printed)).contains(texts);
  }

  private Optional<FlowStatus> end() {
    Optional<FlowStatus> end = Optional.empty();
    for (int i = 0; i < 100 && end.isEmpty(); i++) {
      end = follower.poll(id, Duration.ofMillis(200));
    }
    return end;
  }

  @Test
  void commandIsWholeAndAsksForAReply() throws Exception {
    // when
    List<ConsumerRecord<String, byte[]>> commands = scheduler.commands(id);

    // then
    assertThat(commands).hasSize(1);
    assertThat(scheduler.decoded(commands.getFirst())).isEqualTo(COMMAND);
    assertThat(Headers.text(commands.getFirst(), CloudEventHeaders.TYPE))
        .isEqualTo("io.weirworks.contract.scheduler.StartBackfill");
    assertThat(Headers.text(commands.getFirst(), CloudEventHeaders.REPLY_TO))
        .isEqualTo("weirworks.scheduler.replies");
    assertThat(Headers.text(commands.getFirst(), CloudEventHeaders.ACTOR)).isNotEmpty();
  }

  @Test
  void backfillIsFollowedToItsEndThroughRepeatsAndTheEventsOfOthers() throws Exception {
    // given
    reply(
        CommandAccepted.newBuilder()
            .setCommandId(id)
            .setCommandSource("/examples/follow-backfill")
            .setSubject("bf-7")
            .setSequence(1)
            .build());
    event(succeeded("clean"), "ni-clean-" + id, 4, id);
    event(succeeded("clean"), "ni-clean-" + id, 4, id);
    event(succeeded("other"), "ni-other-" + id, 4, "another-command");
    event(completed(FlowStatus.FAILURE), "bf-other-" + id, 2, "another-command");
    pollUntilPrinted("accepted", "clean succeeded");

    // when
    event(completed(FlowStatus.SUCCESS), "bf-" + id, 2, id);

    // then
    assertThat(end()).contains(FlowStatus.SUCCESS);
    assertThat(printed)
        .containsExactlyInAnyOrder(
            "accepted: backfill bf-7", "2001-01-01 clean succeeded", "completed: SUCCESS");
  }

  @Test
  void refusalEndsItWithItsReason() throws Exception {
    // given
    reply(
        CommandRejected.newBuilder()
            .setCommandId(id)
            .setCommandSource("/examples/follow-backfill")
            .setCode("NotFound")
            .setMessage("workflow flights is not deployed")
            .build());

    // then
    assertThat(end()).contains(FlowStatus.FAILURE);
    assertThat(printed).contains("refused: NotFound: workflow flights is not deployed");
  }
}
