package io.weirworks.benchmarks.openlineage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Users that post a START and its COMPLETE, one after the other, for as long as they are let. */
final class VirtualUsers {

  private static final int JOBS = 200;
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final URI address;
  private final EngineRunText text;
  private final HttpClient http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Each of so many pairs writes a table of its own, which is looked for. */
  private final int sampled;

  final AtomicLong taken = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final Queue<Long> answers = new ConcurrentLinkedQueue<>();
  final Queue<Long> queryable = new ConcurrentLinkedQueue<>();

  VirtualUsers(URI address, int bytes, int sampled) {
    this.address = address;
    this.text = new EngineRunText(bytes);
    this.sampled = sampled;
    this.http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  }

  void run(int users, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    Thread[] all = new Thread[users];
    for (int i = 0; i < users; i++) {
      all[i] = Thread.ofVirtual().start(() -> pairs(end));
    }
    for (Thread user : all) {
      user.join();
    }
  }

  private void pairs(long end) {
    while (System.nanoTime() < end) {
      boolean sample = ThreadLocalRandom.current().nextInt(sampled) == 0;
      String job = "job" + ThreadLocalRandom.current().nextInt(JOBS);
      String run = UUID.randomUUID().toString();
      String output = "bench." + (sample ? "t" + run.replace("-", "") : job);
      post(text.event("START", run, Instant.now().toString(), job, output));
      long posted = System.nanoTime();
      boolean there = post(text.event("COMPLETE", run, Instant.now().toString(), job, output));
      if (sample && there) {
        threads.execute(() -> look(output, posted));
      }
    }
  }

  private boolean post(String event) {
    long begin = System.nanoTime();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/api/v1/lineage"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(event))
              .build();
      boolean created = http.send(request, BodyHandlers.discarding()).statusCode() == 201;
      (created ? taken : failed).incrementAndGet();
      answers.add(System.nanoTime() - begin);
      return created;
    } catch (IOException e) {
      failed.incrementAndGet();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void look(String table, long since) {
    while (System.nanoTime() - since < PATIENCE.toNanos()) {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(address.resolve("/lineage/tables/" + table)).build();
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          queryable.add(System.nanoTime() - since);
          return;
        }
      } catch (IOException e) {
        failed.incrementAndGet();
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    failed.incrementAndGet();
  }

  /**
   * Runs that come behind all others, on every shard: once their tables are there, all is.
   *
   * @throws IllegalStateException where they are not within five minutes
   */
  void awaitAll() throws InterruptedException {
    long before = queryable.size();
    int marks = 100;
    for (int i = 0; i < marks; i++) {
      String run = UUID.randomUUID().toString();
      String output = "bench.mark" + run.replace("-", "");
      if (post(text.event("COMPLETE", run, Instant.now().toString(), "mark", output))) {
        threads.execute(() -> look(output, System.nanoTime()));
      }
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (queryable.size() < before + marks) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("events are still not in the graph after " + PATIENCE);
      }
      Thread.sleep(LOOK);
    }
  }
}
