package io.weirworks.standalone.platform;

/** How many JVMs the services have. */
public enum Hosting {
  /** One for all: ready about three times as fast, a quarter of the memory (platform 7). */
  ONE_JVM,
  /** One for each, as docker-compose does. */
  PER_SERVICE
}
