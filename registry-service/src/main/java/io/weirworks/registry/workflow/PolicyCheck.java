package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.OUT_OF_RANGE;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.InstanceMode;
import io.weirworks.registry.flowspec.RerunMode;
import io.weirworks.registry.flowspec.SpecStrategy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The run policy of a node: its own settings, else its workflow's, else the vendor's defaults
 * (dataworks-semantics 1.3, 3.8).
 */
final class PolicyCheck {
  private static final int DEFAULT_PRIORITY = 1;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(4);

  /** A check ends by itself within 24 hours, so this ends only one that hangs (ours). */
  private static final Duration DEFAULT_CHECK_TIMEOUT = Duration.ofHours(25);

  private static final Duration DEFAULT_RERUN_INTERVAL = Duration.ofMinutes(3);

  private final Problems problems;

  PolicyCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * The policy of a node.
   *
   * @param type absent where it is unknown
   */
  RunPolicy policy(
      SpecStrategy own, @Nullable SpecStrategy ofWorkflow, @Nullable NodeType type, String path) {
    check(own, path);
    RunPolicy defaults =
        new RunPolicy(
            DEFAULT_PRIORITY,
            type == NodeType.CHECK_NODE ? DEFAULT_CHECK_TIMEOUT : DEFAULT_TIMEOUT,
            InstanceMode.T_PLUS_1,
            RerunMode.ALLOWED,
            0,
            DEFAULT_RERUN_INTERVAL);
    return over(own, ofWorkflow == null ? defaults : over(ofWorkflow, defaults));
  }

  /** Notes values out of their bounds. */
  void check(SpecStrategy strategy, String path) {
    checkNumber(strategy.priority(), 1, WorkflowLimits.MAX_PRIORITY, path + ".priority");
    checkNumber(strategy.rerunTimes(), 0, WorkflowLimits.MAX_RERUN_TIMES, path + ".rerunTimes");
    checkDuration(
        strategy.timeout(),
        WorkflowLimits.MIN_TIMEOUT,
        WorkflowLimits.MAX_TIMEOUT,
        path + ".timeout");
    checkDuration(
        strategy.rerunInterval(),
        Duration.ZERO,
        WorkflowLimits.MAX_RERUN_INTERVAL,
        path + ".rerunInterval");
  }

  private static RunPolicy over(SpecStrategy upper, RunPolicy lower) {
    return new RunPolicy(
        first(upper.priority(), lower.priority()),
        first(upper.timeout(), lower.timeout()),
        first(upper.instanceMode(), lower.instanceMode()),
        first(upper.rerunMode(), lower.rerunMode()),
        first(upper.rerunTimes(), lower.rerunTimes()),
        first(upper.rerunInterval(), lower.rerunInterval()));
  }

  private static <T> T first(@Nullable T upper, T lower) {
    return upper == null ? lower : upper;
  }

  private void checkNumber(@Nullable Integer value, int least, int most, String path) {
    if (value != null && (value < least || value > most)) {
      problems.add(OUT_OF_RANGE, path, value.toString(), "a number from " + least + " to " + most);
    }
  }

  private void checkDuration(@Nullable Duration value, Duration least, Duration most, String path) {
    if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
      problems.add(
          OUT_OF_RANGE,
          path,
          value.toString(),
          "a duration from " + least + " to " + most + " (ISO 8601)");
    }
  }
}
