package io.weirworks.infra.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The {@code server.properties} of a single node that is broker and controller and listens on
 * loopback only (platform 2).
 */
final class BrokerProperties {

  private BrokerProperties() {}

  static String text(Path logDir, int clientPort, int controllerPort, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(SMALL_SINGLE_NODE);
    all.put("log.dirs", logDir.toString());
    all.put(
        "listeners", listener("CLIENT", clientPort) + "," + listener("CONTROLLER", controllerPort));
    all.put(
        "advertised.listeners",
        listener("CLIENT", clientPort) + "," + listener("CONTROLLER", controllerPort));
    all.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
    all.putAll(more);
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
        .collect(Collectors.joining());
  }

  private static String listener(String name, int port) {
    return name + "://127.0.0.1:" + port;
  }

  private static final Map<String, String> SMALL_SINGLE_NODE =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", "1"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("inter.broker.listener.name", "CLIENT"),
          Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("message.max.bytes", Integer.toString(Broker.MAX_MESSAGE_BYTES)),
          Map.entry("replica.fetch.max.bytes", Integer.toString(Broker.MAX_MESSAGE_BYTES)),
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // After a crash the next start waits until the dead one is given up: 3 s, not 9.
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          // Members that died are noticed as fast as the consumer asks for, not after six seconds.
          Map.entry("group.min.session.timeout.ms", "1000"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          // One segment index of the default 10 MiB per partition would be most of an idle data
          // folder.
          Map.entry("log.index.size.max.bytes", "1048576"));
}
