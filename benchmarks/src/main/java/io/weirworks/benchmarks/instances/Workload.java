package io.weirworks.benchmarks.instances;

import java.util.Locale;

/**
 * What is asked for.
 *
 * @param shape of the workflow
 * @param workflowInstances how many of it
 * @param perSecond node instances per second that are asked for, whatever becomes of them (open
 *     loop); 0: all at once, then one more only where {@code oneAtATime} says so
 * @param oneAtATime the next workflow instance is asked for when the one before has ended
 */
record Workload(Shape shape, int workflowInstances, int perSecond, boolean oneAtATime) {

  /** Node instances of a lone chain: enough for a percentile, few enough to wait for. */
  private static final int LONE = 400;

  /** How long a paced workload goes on at most. */
  private static final int PACED_SECONDS = 60;

  /**
   * A workload as the command line names it: {@code chain-10} (as many at once as make the given
   * number of node instances), {@code chain-10@100} (so many node instances a second), {@code
   * lone-chain-40} (one after the other), {@code fan-10000}, {@code flat-20000}, {@code
   * tree-20000}, {@code grid-20000} (one workflow of that many nodes).
   *
   * @param nodeInstances about how many in all, where the name leaves that open
   */
  static Workload named(String name, int nodeInstances) {
    boolean lone = name.startsWith("lone-");
    String[] paced = (lone ? name.substring(5) : name).split("@", 2);
    int dash = paced[0].indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(
          "workload " + name + " has no number of nodes, such as chain-10");
    }
    int nodes = Integer.parseInt(paced[0].substring(dash + 1));
    Shape shape = Shape.named(paced[0].substring(0, dash).toLowerCase(Locale.ROOT), nodes);
    int perSecond = paced.length == 2 ? Integer.parseInt(paced[1]) : 0;
    int most = lone ? LONE : perSecond > 0 ? PACED_SECONDS * perSecond : nodeInstances;
    int all = Math.min(most, nodeInstances);
    int instances = shape.nodes() >= 1_000 ? 1 : Math.max(1, all / shape.nodes());
    return new Workload(shape, instances, perSecond, lone);
  }

  int nodeInstances() {
    return workflowInstances * shape.nodes();
  }

  /** Events of the scheduler: of each instance, made, dispatched and ended; of each flow, two. */
  long schedulerEvents() {
    return workflowInstances * (2L + 3L * shape.nodes());
  }

  String title() {
    String way =
        oneAtATime ? ", one after the other" : perSecond > 0 ? " at " + perSecond + "/s" : "";
    return workflowInstances + " × " + shape.name() + way;
  }
}
