package io.weirworks.lineage;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;

/** Starts the lineage service in a JVM of its own. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "lineage",
            version = "1",
            description =
                "What runs touched: datasets, their columns, and the edges between them, as the"
                    + " runs that succeeded confirmed them. Read-only: lineage comes from events."))
public final class LineageApplication {

  private LineageApplication() {}

  public static void main(String[] args) {
    ServiceHost.run(Service.LINEAGE);
  }
}
