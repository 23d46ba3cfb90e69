package io.weirworks.standalone.pretended;

import io.weirworks.schemas.Service;

/** The main class of a service that stands in for the real one. */
public final class PretendedRegistry {

  private PretendedRegistry() {}

  public static void main(String[] arguments) {
    PretendedService.start(Service.REGISTRY);
  }
}
