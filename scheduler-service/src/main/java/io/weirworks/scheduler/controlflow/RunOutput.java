package io.weirworks.scheduler.controlflow;

import org.jspecify.annotations.Nullable;

/**
 * What a run put out under the name {@code outputs}.
 *
 * @param value null: it printed, or selected, nothing
 * @param truncated it was above 2 MB and is not whole
 */
public record RunOutput(@Nullable OutputValue value, boolean truncated) {
  /** Nothing. */
  public static final RunOutput NONE = new RunOutput(null, false);
}
