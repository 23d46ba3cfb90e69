package io.weirworks.infra.broker;

/** A Kafka broker, whoever runs it. */
public interface Broker {

  /** {@code host:port}, or several with commas: the clients' {@code bootstrap.servers}. */
  String bootstrapServers();

  /** What it is and where, for people. */
  String describe();
}
