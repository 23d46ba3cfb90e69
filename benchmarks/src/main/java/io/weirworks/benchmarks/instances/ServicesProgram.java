package io.weirworks.benchmarks.instances;

import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;

/**
 * Scheduler and executor in one JVM, as the embedded default runs them; what they are told comes by
 * environment variables.
 */
final class ServicesProgram {

  private ServicesProgram() {}

  public static void main(String[] arguments) {
    ServiceHost.run(Service.SCHEDULER);
    ServiceHost.run(Service.EXECUTOR);
  }
}
