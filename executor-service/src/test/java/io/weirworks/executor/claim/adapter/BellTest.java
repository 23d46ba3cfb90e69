package io.weirworks.executor.claim.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BellTest {

  private final Bell bell = new Bell();

  @Test
  void ringBeforeAnybodyWaitsIsHeardByTheNextWhoDoes() throws InterruptedException {
    // given
    bell.ring();
    bell.ring();

    // when
    Duration first = waited(Duration.ofSeconds(20));
    Duration second = waited(Duration.ofMillis(30));

    // then: two rings are one
    assertThat(first).isLessThan(Duration.ofSeconds(10));
    assertThat(second).isGreaterThanOrEqualTo(Duration.ofMillis(30));
  }

  @Test
  void whoWaitsIsWokenByARing() throws InterruptedException {
    // given
    Thread ringer = Thread.ofVirtual().start(bell.hint());

    // when
    Duration time = waited(Duration.ofSeconds(20));
    ringer.join();

    // then
    assertThat(time).isLessThan(Duration.ofSeconds(10));
  }

  private Duration waited(Duration most) throws InterruptedException {
    long begun = System.nanoTime();
    bell.await(most);
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
