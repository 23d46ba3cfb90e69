package io.weirworks.messaging;

import java.time.Duration;

/**
 * How one member of a service takes part.
 *
 * @param group consumer group, the same for all members of the service
 * @param slot name of this member's place, stable over restarts, unique within the group
 * @param clockShift added to the database's time ({@code --clock-offset}, embedded only)
 * @param stateInterval the least time between two state records of one subject
 * @param memoryRetention how long commands are remembered
 * @param leaveOnStop whether a stop is for good, so that others take over at once
 * @param acceptUnprovenActors whether to start on a broker that is not on loopback although records
 *     carry no proof of their actor
 */
public record MessagingSettings(
    String group,
    String slot,
    Duration clockShift,
    Duration stateInterval,
    Duration memoryRetention,
    boolean leaveOnStop,
    boolean acceptUnprovenActors) {

  public static MessagingSettings of(String group, String slot) {
    return new MessagingSettings(
        group, slot, Duration.ZERO, Duration.ofMillis(200), Duration.ofDays(8), false, false);
  }
}
