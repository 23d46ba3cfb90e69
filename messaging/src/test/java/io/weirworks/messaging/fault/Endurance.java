package io.weirworks.messaging.fault;

import java.time.Duration;

/** Whether the long forms run ({@code -Pendurance}), and how long each of their loads lasts. */
final class Endurance {

  /** {@code -Dendurance.minutes}. */
  private static final Duration LOAD = Duration.ofMinutes(Long.getLong("endurance.minutes", 10));

  static final boolean LONG = Boolean.getBoolean("endurance");

  private Endurance() {}

  static Duration load(Duration shortForm) {
    return LONG ? LOAD : shortForm;
  }
}
