package io.weirworks.infra.broker;

/** A Kafka broker, whoever runs it. */
public interface Broker {

  /**
   * The {@code message.max.bytes} that it needs: the 16 MiB that records of {@code
   * weirworks.registry.*} may have, with room for the batch around one.
   */
  int MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

  /** {@code host:port}, or several with commas: the clients' {@code bootstrap.servers}. */
  String bootstrapServers();

  /** What it is and where, for people. */
  String describe();
}
