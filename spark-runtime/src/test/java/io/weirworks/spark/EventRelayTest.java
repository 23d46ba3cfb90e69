package io.weirworks.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener that is broken in every way, and what it costs (R54). */
class EventRelayTest {
  private static final EventRelay.Limits LIMITS = new EventRelay.Limits(100, 1_000, 300, 0);

  @TempDir Path directory;
  private Path account;
  private Path events;

  @BeforeEach
  void files() throws IOException {
    account = directory.resolve("lineage.json");
    events = Files.writeString(directory.resolve("openlineage.jsonl"), "{}\n");
  }

  private EventRelay started(Callable<SparkListenerInterface> maker) {
    var relay = new EventRelay(maker, new LineageAccount(account, events), LIMITS);
    relay.start();
    return relay;
  }

  private static SparkListenerInterface sound() {
    return new SparkListener() {};
  }

  private JsonNode told() throws IOException {
    return new ObjectMapper().readTree(account.toFile());
  }

  @Test
  void allEventsAreGivenInOrderBeforeTheEnd() throws Exception {
    // given
    var relay = started(EventRelayTest::sound);
    var given = new AtomicInteger();
    // when
    for (int i = 0; i < 50; i++) {
      int number = i;
      relay.offer(hook -> given.compareAndSet(number, number + 1));
    }
    relay.end();
    // then
    assertThat(given).hasValue(50);
    assertThat(told())
        .isEqualTo(
            new ObjectMapper().readTree("{\"finished\":true,\"skipped\":0,\"failure\":null}"));
  }

  @Test
  void anApplicationThatIsKilledLeavesAnAccountThatIsNotFinished() throws Exception {
    started(EventRelayTest::sound);
    assertThat(told().get("finished").asBoolean()).isFalse();
  }

  @Test
  void oneThatHangsCostsThePatienceAndNoMore() throws Exception {
    // given
    var relay = started(EventRelayTest::sound);
    var never = new CountDownLatch(1);
    relay.offer(
        hook -> {
          boolean waiting = true;
          while (waiting) { // deaf to interruption too
            try {
              waiting = !never.await(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
              waiting = true;
            }
          }
        });
    // when
    var begin = System.nanoTime();
    for (int i = 0; i < 200; i++) {
      relay.offer(hook -> {});
    }
    relay.end();
    // then
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin))
        .isBetween(LIMITS.patienceMillis() - 50, LIMITS.patienceMillis() + 3_000);
    assertThat(told().get("failure").asText()).contains("was not done 300 ms after the end");
    assertThat(told().get("skipped").asInt()).isBetween(199, 200);
    never.countDown();
  }

  @Test
  void oneWhoseJarIsMissingIsSaid() throws Exception {
    var relay =
        started(
            () -> {
              throw new ClassNotFoundException("io.openlineage.X");
            });
    relay.end();
    assertThat(told().get("failure").asText())
        .isEqualTo("openlineage-spark is not on the class path");
  }

  @Test
  void oneThatDoesNotFitThisSparkFailsAlone() throws Exception {
    var relay = started(EventRelayTest::sound);
    relay.offer(
        hook -> {
          throw new NoSuchMethodError("Spark.next()");
        });
    relay.end();
    assertThat(told().get("failure").asText()).contains("NoSuchMethodError: Spark.next()");
  }

  @Test
  void anEventThatItCannotDigestIsLostAloneAndCounted() throws Exception {
    // given
    var relay = started(EventRelayTest::sound);
    var later = new AtomicInteger();
    // when
    relay.offer(
        hook -> {
          throw new IllegalStateException();
        });
    relay.offer(hook -> later.incrementAndGet());
    relay.end();
    // then
    assertThat(later).hasValue(1);
    assertThat(told().get("skipped").asInt()).isOne();
    assertThat(told().get("failure").isNull()).isTrue();
  }

  @Test
  void oneThatWritesWithoutEndIsStopped() throws Exception {
    // given
    var relay = started(EventRelayTest::sound);
    Files.writeString(events, "x".repeat(2_000));
    // when
    relay.offer(hook -> {});
    relay.end();
    // then
    assertThat(told().get("failure").asText()).contains("wrote more than 1000 bytes");
  }

  @Test
  void oneThatCannotWriteIsSaid() throws Exception {
    Files.delete(events);
    var relay = started(EventRelayTest::sound);
    relay.end();
    assertThat(told().get("failure").asText()).contains("wrote nothing to openlineage.jsonl");
  }
}
