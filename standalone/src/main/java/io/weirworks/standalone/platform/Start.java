package io.weirworks.standalone.platform;

import io.weirworks.infra.process.Waiting;
import io.weirworks.standalone.StandaloneException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One start of what is missing: broker, database and metastore together, since each mostly waits;
 * then the schemas; then the services, beside a metastore that may not be ready yet.
 *
 * @param view is told of each part that is ready
 * @param limit how long the services may take to be ready
 */
record Start(PlatformParts parts, UpView view, Duration limit) {

  private static final Duration ASK_EVERY = Duration.ofMillis(200);

  /**
   * Returns when all is ready.
   *
   * @throws StandaloneException {@code NOT_READY} with the reason and the end of the log
   */
  void run() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> first = new ArrayList<>();
      List<Future<?>> meanwhile = new ArrayList<>();
      for (PlatformProcess server : parts.servers()) {
        (isAwaitedByServices(server) ? first : meanwhile).add(threads.submit(() -> start(server)));
      }
      await(first);
      parts.services().stream()
          .flatMap(process -> process.programs().stream())
          .map(program -> ServiceEnvironment.schema(program.service()))
          .forEach(parts.database()::createSchema);
      parts.services().forEach(ServicesProcess::start);
      await(meanwhile);
    }
    parts.services().forEach(this::awaitReady);
  }

  /** The metastore is not: only nodes need it, and fetching Spark takes long. */
  private static boolean isAwaitedByServices(PlatformProcess server) {
    return switch (server) {
      case EmbeddedProcess _, ExternalServer _, ServicesProcess _ -> true;
      case MetastoreProcess _ -> false;
    };
  }

  private void start(PlatformProcess server) {
    server.start();
    server.status().forEach(this::tellReady);
  }

  /** None of them is left behind that nobody knows of: the others are awaited by the executor. */
  private static void await(List<Future<?>> starts) {
    try {
      for (Future<?> start : starts) {
        start.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while the servers start");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }
  }

  private void awaitReady(ServicesProcess process) {
    long end = System.nanoTime() + limit.toNanos();
    List<ComponentStatus> last = process.status();
    while (!last.stream().allMatch(ComponentStatus::ready)) {
      if (process.pid().isEmpty()) {
        throw notReady(process, "ended while it started");
      }
      if (System.nanoTime() > end) {
        throw notReady(process, "was not ready in " + limit.toSeconds() + " s: " + reasons(last));
      }
      Waiting.until(ASK_EVERY, () -> process.pid().isEmpty());
      last = process.status();
    }
    last.forEach(this::tellReady);
  }

  private void tellReady(ComponentStatus part) {
    view.line("%-10s %-22s ready".formatted(part.name(), part.address()));
  }

  private static String reasons(List<ComponentStatus> parts) {
    return String.join(
        "; ",
        parts.stream()
            .filter(part -> !part.ready())
            .map(part -> part.name() + ": " + part.reason())
            .toList());
  }

  private static StandaloneException notReady(ServicesProcess process, String how) {
    return new StandaloneException(
        StandaloneException.Code.NOT_READY,
        "the process %s %s; the end of its log:%n%s"
            .formatted(process.name(), how, process.logTail()));
  }
}
