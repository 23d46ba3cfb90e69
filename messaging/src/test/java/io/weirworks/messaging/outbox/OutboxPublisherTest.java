package io.weirworks.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.messaging.storage.OutboxTable.Key;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.messaging.wire.OutgoingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** DESIGN 3.5: in order, deleted on acknowledgement, and nothing behind a failure. */
class OutboxPublisherTest {

  private static final Key FIRST = new Key(0, 1);
  private static final Key SECOND = new Key(0, 2);

  private final List<MockProducer<byte[], byte[]>> made = new ArrayList<>();
  private final OutboxPublisher publisher =
      new OutboxPublisher(
          () -> {
            made.add(
                new MockProducer<>(
                    false,
                    new RoundRobinPartitioner(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()));
            return made.getLast();
          });

  private static List<OutgoingRecord> records(String... values) {
    return Stream.of(values)
        .map(
            value ->
                new OutgoingRecord(
                    "topic", 0, new byte[0], value.getBytes(UTF_8), new HeaderList().list()))
        .toList();
  }

  @Test
  void rowIsAcknowledgedWhenTheBrokerHasAllItsRecords() {
    // given
    publisher.publish(FIRST, records("1", "2"));
    publisher.publish(SECOND, records("3"));

    // when, then
    made.getLast().completeNext();
    assertThat(publisher.acknowledged()).isEmpty();
    made.getLast().completeNext();
    assertThat(publisher.acknowledged()).containsExactly(FIRST);
    made.getLast().completeNext();
    assertThat(publisher.acknowledged()).containsExactly(SECOND);
    assertThat(publisher.inFlight()).isZero();
  }

  /**
   * A producer left alone gives a batch up after its time and goes on with the next: a reader would
   * drop the first for ever when it comes again (I4).
   */
  @Test
  void failedSendClosesTheProducerAtOnceSoThatNothingBehindItIsSent() {
    // given
    publisher.publish(FIRST, records("1"));
    publisher.publish(SECOND, records("2"));

    // when
    made.getLast().errorNext(new TimeoutException("by the test"));

    // then
    assertThat(made.getLast().closed()).isTrue();
    assertThat(publisher.failed()).isTrue();
    assertThat(publisher.acknowledged()).isEmpty();

    // when
    publisher.publish(new Key(0, 3), records("3"));

    // then
    assertThat(made).hasSize(1);
    assertThat(made.getLast().history()).hasSize(2);
  }

  @Test
  void afterAResetAnotherProducerSendsAndTheOldOnesAnswersCountForNothing() {
    // given
    publisher.publish(FIRST, records("1"));
    publisher.reset();

    // when
    publisher.publish(FIRST, records("1"));

    // then
    assertThat(made).hasSize(2);
    assertThat(made.getFirst().closed()).isTrue();
    assertThat(publisher.acknowledged()).isEmpty();
    made.getLast().completeNext();
    assertThat(publisher.acknowledged()).containsExactly(FIRST);
  }
}
