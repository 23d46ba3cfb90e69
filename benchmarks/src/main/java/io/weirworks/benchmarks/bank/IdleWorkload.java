package io.weirworks.benchmarks.bank;

import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.schemas.CloudEventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Commands at fixed times (open loop), latency from the intended time of each to when a subscriber
 * has its answer, so that nothing that waits is left out.
 */
final class IdleWorkload {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Town town;
  private final Customer customer;
  private final CpuClock cpu;
  private final Sizes sizes;

  private final Map<String, Long> intended = new ConcurrentHashMap<>();
  private final Set<String> measured = ConcurrentHashMap.newKeySet();

  IdleWorkload(Town town, Customer customer, CpuClock cpu, Sizes sizes) {
    this.town = town;
    this.customer = customer;
    this.cpu = cpu;
    this.sizes = sizes;
  }

  /**
   * Runs it.
   *
   * @param reply whether the commands ask for a reply
   * @param paths what is measured, by the topic where each command is answered once
   */
  List<Idle> run(boolean reply, Map<String, String> paths) {
    Map<String, Map<String, Long>> received = new HashMap<>();
    paths.keySet().forEach(topic -> received.put(topic, new HashMap<>()));
    int count = (int) (sizes.perSecond() * sizes.idle().toMillis() / 1000);
    int all = count + count / 2;
    double cpuBefore = cpuMicros();
    try (KafkaConsumer<byte[], byte[]> consumer = subscriber(paths.keySet())) {
      Thread sender = Thread.ofPlatform().name("sender").start(() -> send(count / 2, all, reply));
      receive(consumer, received, all);
      join(sender);
    }
    double cpuOfEach = (cpuMicros() - cpuBefore) / all;
    return paths.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(
            path ->
                new Idle(
                    path.getValue(),
                    sizes.perSecond(),
                    latencies(received.getOrDefault(path.getKey(), Map.of())),
                    cpuOfEach))
        .toList();
  }

  private double cpuMicros() {
    return cpu.read().values().stream().mapToDouble(used -> used.toNanos() / 1e3).sum();
  }

  private void receive(
      KafkaConsumer<byte[], byte[]> consumer, Map<String, Map<String, Long>> received, int all) {
    long begun = System.nanoTime();
    long longest = sizes.idle().multipliedBy(2).plus(PATIENCE).toNanos();
    while (received.values().stream().anyMatch(ids -> ids.size() < all)) {
      consumer.poll(POLL).forEach(record -> note(record, received));
      if (System.nanoTime() - begun > longest) {
        throw new IllegalStateException("some commands were never answered");
      }
    }
  }

  private void send(int warmUp, int all, boolean reply) {
    long every = Duration.ofSeconds(1).toNanos() / sizes.perSecond();
    long first = System.nanoTime() + every;
    for (int i = 0; i < all; i++) {
      long due = first + i * every;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      String id = customer.deposit(reply);
      intended.put(id, due);
      if (i >= warmUp) {
        measured.add(id);
      }
    }
  }

  private static void note(
      ConsumerRecord<byte[], byte[]> record, Map<String, Map<String, Long>> received) {
    @Nullable String cause = HeaderList.value(record.headers(), CloudEventHeaders.CAUSATION_ID);
    Map<String, Long> ids = received.get(record.topic());
    if (cause != null && ids != null) {
      ids.putIfAbsent(cause, System.nanoTime());
    }
  }

  private Latencies latencies(Map<String, Long> received) {
    Collection<Long> nanos = new ArrayList<>();
    for (String id : measured) {
      nanos.add(received.getOrDefault(id, 0L) - intended.getOrDefault(id, 0L));
    }
    return new Latencies(nanos);
  }

  private KafkaConsumer<byte[], byte[]> subscriber(Set<String> topics) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            town.plainConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    Map<TopicPartition, Long> ends = new HashMap<>();
    topics.forEach(topic -> ends.putAll(town.progress(topic).offsets()));
    consumer.assign(ends.keySet());
    ends.forEach(consumer::seek);
    return consumer;
  }

  private static void join(Thread sender) {
    try {
      sender.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while commands were sent");
    }
  }
}
