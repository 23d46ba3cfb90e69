package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.weirworks.messaging.shard.Messaging;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;

/**
 * Ready means that the shard loop makes progress (R39); otherwise it says what stands in its way.
 */
@Singleton
@Readiness
@Requires(beans = Messaging.class)
final class MessagingReadiness implements HealthIndicator {

  private final Messaging messaging;

  MessagingReadiness(Messaging messaging) {
    this.messaging = messaging;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Optional<String> reason = messaging.notReady();
    HealthResult.Builder result =
        HealthResult.builder("messaging", reason.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN);
    result.details(Map.of("shards", messaging.status().owned(), "notReady", reason.orElse("")));
    return Publishers.just(result.build());
  }
}
