package io.weirworks.standalone.platform;

import io.weirworks.infra.server.ServerFolder;
import io.weirworks.schemas.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;

/**
 * The HTTP port of each service: what the environment says; else the one kept in the data folder,
 * which at first is the service's own (8601 to 8604) where that is free, or any free one.
 */
final class ServicePorts {

  private static final Map<Service, Integer> OWN =
      Map.of(
          Service.REGISTRY, 8601,
          Service.SCHEDULER, 8602,
          Service.EXECUTOR, 8603,
          Service.LINEAGE, 8604);

  private final ServerFolder folder;
  private final Map<String, String> environment;

  ServicePorts(DataFolder data, Map<String, String> environment) {
    this.folder = new ServerFolder(data.run());
    this.environment = environment;
  }

  static String variable(Service service) {
    return "WEIRWORKS_" + service.name() + "_PORT";
  }

  int port(Service service) {
    String named = environment.get(variable(service));
    if (named != null) {
      return Integer.parseInt(named.strip());
    }
    int own = OWN.getOrDefault(service, 0);
    if (!Files.exists(folder.file(service.id() + ".port")) && isFree(own)) {
      folder.keepPort(service.id(), own);
    }
    return folder.port(service.id());
  }

  String address(Service service) {
    return "127.0.0.1:" + port(service);
  }

  /** Before a start: what else listens there would take the service's place. */
  void requireFree(Service service) {
    if (!environment.containsKey(variable(service))) {
      port(service);
      folder.requireFree(service.id());
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
