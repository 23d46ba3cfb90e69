package io.weirworks.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.ListeningSockets;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.InfraExtension;
import io.weirworks.infra.testing.SeparateInfra;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One broker for all tests of the class: what one of them did to it must not matter to the next.
 */
@ExtendWith(InfraExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedBrokerTest {

  private static final int RECORD_BYTES = 16 * 1024 * 1024;

  private final EmbeddedBroker broker;
  private final String topic = Infra.freshName("topic");

  EmbeddedBrokerTest(SeparateInfra separate) throws Exception {
    this.broker = separate.broker();
    try (BrokerClient client = client()) {
      client.createTopic(topic);
    }
  }

  @BeforeEach
  void start() {
    broker.start();
  }

  @AfterEach
  void thaw() {
    if (broker.isRunning()) {
      broker.thaw();
    }
  }

  @Test
  void aRecordOf16MebibytesPasses() throws Exception {
    try (BrokerClient client = client()) {
      // given
      String large = Infra.freshName("large");
      client.createTopic(large);
      // when
      client.send(large, new byte[RECORD_BYTES]);
      // then
      assertThat(client.read(large))
          .singleElement()
          .extracting(value -> value.length)
          .isEqualTo(RECORD_BYTES);
    }
  }

  @Test
  void restartKeepsDataAndAddress() throws Exception {
    // given
    String address = broker.bootstrapServers();
    long pid = broker.pid();
    int sent = sendOneMore();
    // when
    broker.stop();
    assertThat(broker.isRunning()).isFalse();
    broker.start();
    // then
    assertThat(broker.pid()).isNotEqualTo(pid);
    assertThat(broker.bootstrapServers()).isEqualTo(address);
    assertThat(count()).isEqualTo(sent);
  }

  @Test
  void aKilledBrokerStartsAgainWithItsDataAndAddress() throws Exception {
    // given
    String address = broker.bootstrapServers();
    int sent = sendOneMore();
    // when
    broker.kill();
    assertThat(broker.isRunning()).isFalse();
    broker.start();
    // then
    assertThat(broker.bootstrapServers()).isEqualTo(address);
    assertThat(count()).isEqualTo(sent);
    assertThat(sendOneMore()).isEqualTo(sent + 1);
  }

  @Test
  void aFrozenBrokerAnswersNobodyUntilThawed() throws Exception {
    // given
    int sent = sendOneMore();
    try (BrokerClient client = client()) {
      // when
      broker.freeze();
      // then
      assertThatThrownBy(() -> client.nodes(500))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
      // when
      broker.thaw();
    }
    // then
    assertThat(sendOneMore()).isEqualTo(sent + 1);
  }

  @Test
  void aSecondStartOverTheSameFolderAdoptsTheRunningBroker() {
    // given
    EmbeddedBroker second = new EmbeddedBroker(broker.folder().path(), BrokerSettings.standard());
    // when
    second.start();
    // then
    assertThat(second.pid()).isEqualTo(broker.pid());
    assertThat(second.bootstrapServers()).isEqualTo(broker.bootstrapServers());
  }

  @Test
  void aTopicThatNobodyMadeIsUnknown() throws Exception {
    try (BrokerClient client = client()) {
      assertThatThrownBy(() -> client.describe(Infra.freshName("unknown")))
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void itListensOnLoopbackOnly() {
    // when
    List<Long> pids = List.of(broker.pid());
    // then
    assertThat(ListeningSockets.of(pids)).hasSize(2);
    assertThat(ListeningSockets.exposed(pids)).isEmpty();
  }

  @Test
  void aBrokerThatCannotStartTellsTheEndOfItsLog() {
    // given
    EmbeddedBroker wrong =
        new EmbeddedBroker(
            broker.folder().path().resolveSibling("wrong"),
            BrokerSettings.standard().withProperty("num.io.threads", "none"));
    // then
    assertThatThrownBy(wrong::start)
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("Invalid value none for configuration num.io.threads")
        .hasMessageContaining("server.log");
    assertThat(wrong.isRunning()).isFalse();
  }

  @Test
  void whatDoesNotRunCannotBeFrozen() {
    // given
    broker.stop();
    // then
    assertThatThrownBy(broker::freeze)
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("NOT_RUNNING");
  }

  private int sendOneMore() throws Exception {
    try (BrokerClient client = client()) {
      client.send(topic, new byte[] {1});
    }
    return count();
  }

  private int count() throws Exception {
    try (BrokerClient client = client()) {
      return client.read(topic).size();
    }
  }

  private BrokerClient client() {
    return new BrokerClient(broker.bootstrapServers());
  }
}
