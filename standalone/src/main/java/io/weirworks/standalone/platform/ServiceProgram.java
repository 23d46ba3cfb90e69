package io.weirworks.standalone.platform;

import io.weirworks.schemas.Service;
import java.util.Arrays;
import java.util.List;

/**
 * What is run for a service.
 *
 * @param mainClass its {@code main} returns when the service is started
 */
public record ServiceProgram(Service service, String mainClass) {

  /** By the convention {@code io.weirworks.<service>.<Service>Application}. */
  static ServiceProgram of(Service service) {
    String id = service.id();
    String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
    return new ServiceProgram(service, "io.weirworks." + id + "." + name + "Application");
  }

  /** All four. */
  public static List<ServiceProgram> ofAllServices() {
    return Arrays.stream(Service.values()).map(ServiceProgram::of).toList();
  }
}
