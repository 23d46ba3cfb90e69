package io.weirworks.executor.claim;

import org.jspecify.annotations.Nullable;

/**
 * A run in a runner's hands.
 *
 * @param attempt of the node instance, from 1
 * @param epoch of the claim
 * @param marked whether it was about to be submitted already
 * @param command the node type
 * @param work what is to be done, as JSON
 * @param cause on whose behalf
 */
public record Claimed(
    String runId,
    int attempt,
    long epoch,
    boolean marked,
    String nodeInstanceId,
    String workflowInstanceId,
    String workspace,
    String command,
    String work,
    Cause cause) {

  /** What the records about it carry on: actor, cause and correlation of the command to run it. */
  public record Cause(
      String actor,
      @Nullable String onBehalfOf,
      String causationId,
      String correlationId,
      @Nullable String traceparent) {}
}
