package io.weirworks.executor.lineage;

/**
 * How much of a run's OpenLineage events is read and told; the rest is counted.
 *
 * @param events told of one run
 * @param eventBytes of one event
 * @param commandBytes of the events of one command
 * @param commands of one run
 * @param fileBytes read
 * @param lines read
 */
public record LineageLimits(
    int events, int eventBytes, int commandBytes, int commands, long fileBytes, int lines) {
  /** A statement is 3 to 10 lines of about 4 kB of which one is told: some 2,000 statements. */
  public static final LineageLimits DEFAULT =
      new LineageLimits(2_000, 1 << 20, 3 << 20, 4, 32L << 20, 20_000);
}
