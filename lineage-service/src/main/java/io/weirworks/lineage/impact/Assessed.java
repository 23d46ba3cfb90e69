package io.weirworks.lineage.impact;

import java.time.Instant;

/**
 * What is kept of an impact: how far it reaches.
 *
 * @param instances that have not begun to run, as far as they were counted
 */
public record Assessed(
    Impact.Subject subject,
    int tables,
    int columns,
    int jobs,
    int instances,
    int baselines,
    Instant at) {

  public static Assessed of(Impact impact) {
    return new Assessed(
        impact.subject(),
        impact.tables().total(),
        impact.columns().total(),
        impact.jobs().total(),
        impact.instances().total(),
        impact.baselines().total(),
        impact.assessedAt());
  }
}
