package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.GenerationHistory;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a dependency on an upstream's day stands. There are three answers (field-failures 6): what
 * has not happened yet is no failure, and what can never happen is not waited for in silence.
 */
public sealed interface Answer {

  /** The upstream succeeded, dry or not. */
  record Satisfied() implements Answer {}

  /** It may still succeed: it has not ended, failed and may be rerun, or is not generated yet. */
  record NotYet() implements Answer {}

  /** The upstream has no such instance and will get none; a later outcome overrides it. */
  record Never(Cause cause) implements Answer {}

  /** Why an instance never comes. */
  enum Cause {
    /** None was made for that day; a later deployment may change that. */
    NONE_THAT_DAY,
    /** Nobody was there to make it, and the policy for missed ticks (LAST, NONE) left it out. */
    LEFT_OUT
  }

  /** The answer for an instance that there is. */
  static Answer ofInstance(boolean succeeded) {
    return succeeded ? new Satisfied() : new NotYet();
  }

  /** The answer for an upstream without an instance that day. */
  static Answer ofMissing(GenerationHistory upstream, LocalDate day, Instant now) {
    boolean expected = !upstream.on(day).isEmpty();
    return expected || now.isBefore(upstream.generatedBy(day))
        ? new NotYet()
        : new Never(Cause.NONE_THAT_DAY);
  }
}
