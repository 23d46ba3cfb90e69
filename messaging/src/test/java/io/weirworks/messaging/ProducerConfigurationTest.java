package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/performance.md: why producers keep one request in flight. */
class ProducerConfigurationTest {

  @Test
  void whatOrderAndCompletenessNeedOverridesTheApplicationAndNothingElseDoes() {
    // given, when
    Map<String, Object> all =
        ProducerConfiguration.of(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:9092",
                "max.in.flight.requests.per.connection",
                5,
                "acks",
                "1",
                "enable.idempotence",
                false,
                "linger.ms",
                7));

    // then
    assertThat(all)
        .containsEntry("max.in.flight.requests.per.connection", 1)
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("linger.ms", 7)
        .containsEntry("bootstrap.servers", "127.0.0.1:9092");
  }
}
