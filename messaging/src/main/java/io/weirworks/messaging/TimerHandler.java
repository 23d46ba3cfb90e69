package io.weirworks.messaging;

/**
 * Decides when a timer of one kind is due. The timer is cleared by firing; a decision may set it
 * again.
 */
public interface TimerHandler {

  /** The kind that {@link Effect.SetTimer} names; unique within the service. */
  String kind();

  Decision decide(String subject, Asked asked, Work work);
}
