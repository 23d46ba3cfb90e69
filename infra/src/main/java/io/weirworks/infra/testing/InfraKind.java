package io.weirworks.infra.testing;

/** Where the broker and the database of a test run come from. */
public enum InfraKind {
  /** Child processes of the test JVM. */
  EMBEDDED,
  /** Docker, through Testcontainers. */
  CONTAINERS,
  /** Servers that run already, named by settings. */
  EXTERNAL
}
