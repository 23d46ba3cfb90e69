package io.weirworks.benchmarks.instances;

import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.util.concurrent.Future;

/**
 * Scheduler and executor in one JVM, as the embedded default runs them; what they are told comes by
 * environment variables.
 */
final class ServicesProgram {

  private ServicesProgram() {}

  public static void main(String[] arguments) {
    endWithTheBenchmark();
    ServiceHost.run(Service.SCHEDULER);
    ServiceHost.run(Service.EXECUTOR);
  }

  /** A killed benchmark cannot end them: left over, they would take CPU from the next one. */
  private static void endWithTheBenchmark() {
    ProcessHandle.current()
        .parent()
        .map(ProcessHandle::onExit)
        .ifPresent(
            end -> {
              Future<?> _ = end.thenRun(() -> Runtime.getRuntime().halt(1));
            });
  }
}
