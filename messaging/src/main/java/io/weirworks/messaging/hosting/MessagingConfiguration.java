package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.weirworks.messaging.MessagingSettings;
import java.time.Duration;

/**
 * {@code weirworks.messaging.*}.
 *
 * @param slot this member's place in the service, stable over restarts and unique within it
 * @param partitions of topics that are made; those that exist keep theirs
 * @param replicationFactor of topics that are made
 * @param createTopics whether missing topics are made at the start
 * @param clockShift added to the database's time, embedded only
 * @param leaveOnStop whether others take over at once when this member stops
 * @param acceptUnprovenActors whether to run on a broker that is not on loopback without proof of
 *     who asks
 */
@ConfigurationProperties("weirworks.messaging")
public record MessagingConfiguration(
    @Bindable(defaultValue = "slot-0") String slot,
    @Bindable(defaultValue = "12") int partitions,
    @Bindable(defaultValue = "1") short replicationFactor,
    @Bindable(defaultValue = "true") boolean createTopics,
    @Bindable(defaultValue = "PT0S") Duration clockShift,
    @Bindable(defaultValue = "false") boolean leaveOnStop,
    @Bindable(defaultValue = "false") boolean acceptUnprovenActors) {

  MessagingSettings settings(String group) {
    return new MessagingSettings(
        group,
        slot,
        clockShift,
        Duration.ofMillis(200),
        Duration.ofDays(8),
        leaveOnStop,
        acceptUnprovenActors);
  }
}
