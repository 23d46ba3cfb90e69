package io.weirworks.messaging.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** Several members, one after the other or at once, in one JVM and registry. */
class MessagingMetricsTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  private MessagingMetrics member(double reading) {
    MessagingMetrics metrics = new MessagingMetrics(registry, "bank");
    metrics.gauge("poll.age", "Seconds", () -> reading);
    return metrics;
  }

  private double shown() {
    return registry.get("weirworks.messaging.poll.age").tag("service", "bank").gauge().value();
  }

  @Test
  void gaugeShowsTheMemberThatCameLastAndGoesWithIt() {
    // given
    MessagingMetrics first = member(1);
    assertThat(shown()).isEqualTo(1);

    // when, then
    MessagingMetrics second = member(2);
    assertThat(shown()).isEqualTo(2);
    first.close();
    assertThat(shown()).isEqualTo(2);
    second.close();
    assertThat(registry.find("weirworks.messaging.poll.age").gauge()).isNull();
  }

  @Test
  void countersOfMembersAddUp() {
    // given
    MessagingMetrics first = member(1);
    MessagingMetrics second = member(2);

    // when
    first.deadLetters(3);
    second.deadLetters(4);

    // then
    assertThat(registry.get("weirworks.messaging.dead.letters").counter().count()).isEqualTo(7);
  }
}
