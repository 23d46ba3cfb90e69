package io.weirworks.scheduler;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;

/** Starts scheduler-service as a process of its own. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "weirworks-scheduler",
            version = "1",
            description = "When it runs: workflow instances, node instances, backfills."))
public final class SchedulerApplication {

  private SchedulerApplication() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    ServiceHost.run(Service.SCHEDULER);
  }
}
