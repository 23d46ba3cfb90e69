package io.weirworks.executor.runner.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.runner.RunnerSettings;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageReportsTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String EVENT =
      "{\"eventType\":\"COMPLETE\",\"run\":{\"runId\":\"1\"},\"outputs\":[{\"namespace\":\"file\",\"name\":\"/t\"}]}";
  private static final Claimed RUN =
      new Claimed(
          "01234567-89ab-7def-8123-456789abcdef",
          1,
          7,
          true,
          "ni-1",
          "wi-1",
          "demo",
          "EMR_SPARK_SQL",
          "{}",
          new Claimed.Cause("user:ada", null, "cause", "story", null));

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());

  @TempDir Path directory;
  private RunPaths paths;

  @BeforeEach
  void aRunThatWasListenedTo() throws IOException {
    paths = new RunPaths(directory, directory);
    Files.writeString(paths.lineageAccount(), "{\"finished\":true}");
    Files.writeString(paths.openLineage(), EVENT + "\n");
  }

  private static MockProducer<byte[], byte[]> broker(boolean answering) {
    return new MockProducer<>(
        answering, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private LineageReports reports(MockProducer<byte[], byte[]> broker, Duration patience) {
    var settings = new RunnerSettings("slot-0", "default", 1_000, 1, directory, Duration.ofDays(1));
    return new LineageReports(
        new Outbound(broker, codec, InstantSource.system(), settings), patience);
  }

  private RecordOpenLineage read(ProducerRecord<byte[], byte[]> sent) {
    var arrived =
        new ConsumerRecord<>(
            sent.topic(),
            0,
            0L,
            0L,
            TimestampType.CREATE_TIME,
            0,
            0,
            sent.key(),
            sent.value(),
            new RecordHeaders(sent.headers()),
            Optional.empty());
    var reading = (Reading.Understood) new RecordReader(codec).read(ArrivedRecord.of(arrived));
    assertThat(reading.envelope().actor()).isEqualTo("user:ada");
    return (RecordOpenLineage) reading.value();
  }

  @Test
  void eventsAreToldByTheWorkflowInstanceOfTheRun() throws Exception {
    // given
    var broker = broker(true);
    // when
    reports(broker, LONG).tell(RUN, paths);
    // then
    assertThat(broker.history()).hasSize(1);
    var sent = broker.history().getFirst();
    assertThat(sent.topic()).isEqualTo("weirworks.lineage.internal");
    assertThat(sent.key()).isEqualTo("wi-1".getBytes(UTF_8));
    var told = read(sent);
    assertThat(told.getOrderingKey()).isEqualTo("wi-1");
    assertThat(told.getRunId()).isEqualTo(RUN.runId());
    assertThat(told.getEvents()).containsExactly(EVENT);
    assertThat(told.getDropped()).isZero();
  }

  @Test
  void filesThatCannotBeReadAreToldAsLost() throws Exception {
    // given a directory where the file should be
    Files.delete(paths.openLineage());
    Files.createDirectory(paths.openLineage());
    var broker = broker(true);
    // when
    reports(broker, LONG).tell(RUN, paths);
    // then
    var told = read(broker.history().getFirst());
    assertThat(told.getEvents()).isEmpty();
    assertThat(told.getDropped()).isOne();
  }

  @Test
  void aRunThatNobodyListenedToTellsNothing() throws Exception {
    Files.delete(paths.lineageAccount());
    var broker = broker(true);
    reports(broker, LONG).tell(RUN, paths);
    reports(broker, LONG).tell(RUN, null);
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void aBrokerThatDoesNotAnswerCostsOneRunThePatienceAndTheNextNothing() throws Exception {
    // given
    var broker = broker(false);
    var reports = reports(broker, SHORT);
    // when
    var begin = System.nanoTime();
    reports.tell(RUN, paths);
    reports.tell(RUN, paths);
    // then
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SHORT.plusSeconds(10));
    assertThat(broker.history()).hasSizeLessThan(2);
  }
}
