package io.weirworks.lineage.graph.adapter;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** Ready means that the graph is loaded and follows the events; otherwise it says why not. */
@Singleton
@Readiness
final class GraphReadiness implements HealthIndicator {

  private final LiveGraph live;

  GraphReadiness(LiveGraph live) {
    this.live = live;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Optional<String> trouble = live.trouble();
    return Publishers.just(
        HealthResult.builder("graph", trouble.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
            .details(Map.of("behind", live.progress().behind(), "notReady", trouble.orElse("")))
            .build());
  }
}
