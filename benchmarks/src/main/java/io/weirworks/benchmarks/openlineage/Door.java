package io.weirworks.benchmarks.openlineage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Posts engines' runs and looks for what they wrote; counts both. */
final class Door {

  private static final int JOBS = 200;
  private static final int MARKS = 100;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TURNED_AWAY = Duration.ofSeconds(1);

  private final URI address;
  private final EngineRunText text;
  private final HttpClient http;
  private final int sampled;

  final AtomicLong taken = new AtomicLong();
  final AtomicLong busy = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final Queue<Long> answers = new ConcurrentLinkedQueue<>();
  final Queue<Long> queryable = new ConcurrentLinkedQueue<>();

  /**
   * @param bytes of each event
   * @param sampled each of so many runs writes a table of its own, which is looked for
   */
  Door(HttpClient http, URI address, int bytes, int sampled) {
    this.http = http;
    this.address = address;
    this.text = new EngineRunText(bytes);
    this.sampled = sampled;
  }

  /**
   * A START and its COMPLETE, one after the other.
   *
   * @param intended when it should have begun, in nanoseconds
   */
  void run(long intended) throws InterruptedException {
    boolean sample = ThreadLocalRandom.current().nextInt(sampled) == 0;
    String job = "job" + ThreadLocalRandom.current().nextInt(JOBS);
    String run = UUID.randomUUID().toString();
    String output = "bench." + (sample ? "t" + run.replace("-", "") : job);
    post(text.event("START", run, Instant.now().toString(), job, output), intended);
    long begin = System.nanoTime();
    boolean there = post(text.event("COMPLETE", run, Instant.now().toString(), job, output), begin);
    if (sample && there) {
      Thread.ofVirtual().start(() -> look(output, begin));
    }
  }

  /** Who is turned away comes back when he is told to, and gives up after five minutes. */
  private boolean post(String event, long intended) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/v1/lineage"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event))
            .build();
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
      while (answer.statusCode() == 503 && System.nanoTime() < end) {
        busy.incrementAndGet();
        Thread.sleep(rest(answer));
        answer = http.send(request, BodyHandlers.discarding());
      }
      boolean created = answer.statusCode() == 201;
      (created ? taken : failed).incrementAndGet();
      answers.add(System.nanoTime() - intended);
      return created;
    } catch (IOException e) {
      failed.incrementAndGet();
      return false;
    }
  }

  private static Duration rest(HttpResponse<Void> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(TURNED_AWAY);
  }

  private void look(String table, long since) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/lineage/tables/" + table)).build();
    try {
      while (System.nanoTime() - since < PATIENCE.toNanos()) {
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          queryable.add(System.nanoTime() - since);
          return;
        }
        Thread.sleep(LOOK);
      }
      failed.incrementAndGet();
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Runs that come behind all others, on every shard: once their tables are there, all is.
   *
   * @throws IllegalStateException where they are not within five minutes
   */
  void awaitAll() throws InterruptedException {
    Door marks = new Door(http, address, 0, 1);
    for (int i = 0; i < MARKS; i++) {
      marks.run(System.nanoTime());
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (marks.queryable.size() < MARKS) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("events are still not in the graph after " + PATIENCE);
      }
      Thread.sleep(LOOK);
    }
  }
}
