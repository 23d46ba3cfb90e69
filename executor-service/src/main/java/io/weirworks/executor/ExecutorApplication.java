package io.weirworks.executor;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;

/** Starts executor-service as a process of its own. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "weirworks-executor",
            version = "1",
            description =
                "How it runs: runs and their logs. A write is a command; its outcome is also at"
                    + " /commands/{id}."))
public final class ExecutorApplication {

  private ExecutorApplication() {}

  /** Runs until the process is told to stop; what it runs goes on without it. */
  public static void main(String[] args) {
    ServiceHost.run(Service.EXECUTOR);
  }
}
