package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.identity.NodeInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known when a baseline's instance is looked at.
 *
 * @param made how far those instances are that have been made
 * @param average how long the latest runs of a node took; nothing: it never ran
 */
public record Situation(
    InstanceGraph graph,
    Map<NodeInstanceId, InstanceProgress> made,
    Function<NodeKey, Optional<Duration>> average,
    Instant now) {

  /** How long a run is taken to last of which there was none before. */
  public static final Duration UNKNOWN_DURATION = Duration.ofMinutes(5);

  private static final InstanceProgress NOT_MADE = new InstanceProgress.Waiting();

  InstanceProgress progress(NodeInstanceId id) {
    return made.getOrDefault(id, NOT_MADE);
  }

  Duration duration(ScopeInstance instance) {
    return instance.runs()
        ? average.apply(instance.node().key()).orElse(UNKNOWN_DURATION)
        : Duration.ZERO;
  }
}
