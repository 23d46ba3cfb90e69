package io.weirworks.messaging.hosting;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Until signatures exist, an actor is only believed where nobody else can reach the broker. */
final class BrokerGuard {

  private BrokerGuard() {}

  /**
   * Refuses a broker that is not on loopback.
   *
   * @param accepted the explicit setting that takes the risk
   */
  static void check(String bootstrapServers, boolean accepted) {
    for (String server : bootstrapServers.split(",")) {
      String host = server.strip().replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
      if (!accepted && !isLoopback(host)) {
        throw new IllegalStateException(
            "broker "
                + server
                + " is not on loopback and records carry no proof of their actor; set"
                + " weirworks.messaging.accept-unproven-actors=true only where the network itself"
                + " keeps others from writing to it");
      }
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
