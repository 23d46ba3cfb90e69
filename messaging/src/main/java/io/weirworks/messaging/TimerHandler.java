package io.weirworks.messaging;

import java.util.List;

/**
 * Decides when a timer of one kind is due. The timer is cleared by firing; a decision may set it
 * again.
 */
public interface TimerHandler {

  /** The kind that {@link Effect.SetTimer} names; unique within the service. */
  String kind();

  /** Loads what {@link #decide} will read for all timers of a batch at once. */
  default void load(List<String> subjects, Work work) {}

  Decision decide(String subject, Asked asked, Work work);
}
