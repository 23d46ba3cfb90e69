package io.weirworks.benchmarks.bank;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param shards partitions of each topic
 * @param accounts subjects that the commands are spread over
 * @param warmUp records of each backlog before measuring begins
 * @param events records of each backlog that are measured
 * @param singles the same for one event per transaction, with a tenth of it as warm-up
 * @param rounds how often the saturated workloads take turns
 * @param perSecond commands per second of the idle workload
 * @param idle how long it is measured, after half of it as warm-up
 */
public record Sizes(
    int shards,
    int accounts,
    int warmUp,
    int events,
    int singles,
    int rounds,
    int perSecond,
    Duration idle) {

  /** A run of a few seconds that proves nothing but that it runs. */
  public static Sizes smoke() {
    return new Sizes(12, 50, 200, 300, 20, 1, 20, Duration.ofSeconds(1));
  }
}
