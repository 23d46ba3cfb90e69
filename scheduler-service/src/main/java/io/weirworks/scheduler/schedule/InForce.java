package io.weirworks.scheduler.schedule;

import java.time.Instant;

/**
 * A version of a workflow coming into force.
 *
 * @param version {@link #NONE}: the workflow, or the part with this schedule, was undeployed
 */
public record InForce(Instant at, int version) {
  /** No version. */
  public static final int NONE = 0;
}
