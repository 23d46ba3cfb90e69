package io.weirworks.scheduler.identity;

import java.util.UUID;

/** One attempt of a node instance, as the executor knows it. */
public record RunId(UUID value) {

  /**
   * The run of an attempt.
   *
   * @param attempt from 1
   */
  public static RunId of(NodeInstanceId nodeInstance, int attempt) {
    return new RunId(
        DerivedId.of("run", nodeInstance.value().toString(), Integer.toString(attempt)));
  }
}
