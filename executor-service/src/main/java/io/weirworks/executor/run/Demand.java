package io.weirworks.executor.run;

/**
 * What a run needs to be given to a runner.
 *
 * @param priority the larger the more urgent, 1 to 11
 * @param computeUnitsMilli thousandths of a compute unit that it holds while it is claimed
 */
public record Demand(String resourceGroup, int priority, int computeUnitsMilli) {

  /** The group of a node that names none. */
  public static final String DEFAULT_GROUP = "default";
}
