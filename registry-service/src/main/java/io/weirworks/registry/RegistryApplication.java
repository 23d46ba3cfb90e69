package io.weirworks.registry;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;

/** Starts the registry service in a JVM of its own. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "registry",
            version = "1",
            description =
                "What exists: workspaces, computing resources, deployed workflows, the schemas of"
                    + " the contract. A write is a command; its outcome is also at /commands/{id}."))
public final class RegistryApplication {

  private RegistryApplication() {}

  public static void main(String[] args) {
    ServiceHost.run(Service.REGISTRY);
  }
}
