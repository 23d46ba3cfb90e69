package io.weirworks.registry.flowspec;

import io.weirworks.registry.decision.RejectionCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The run policy of a node or workflow (dataworks-semantics 1.3, 3.8). 1.x writes its fields beside
 * the node's own, 2.x also groups them under {@code strategy}; both are read into one.
 *
 * @param priority 1 to 8, larger is more urgent
 * @param timeout from the start of running; absent where the document says nothing or 0
 * @param rerunTimes automatic reruns after a failure
 * @param rerunInterval between a failure and its automatic rerun; written in milliseconds
 * @param others what else stood under {@code strategy}
 */
public record SpecStrategy(
    @Nullable Integer priority,
    @Nullable Duration timeout,
    @Nullable InstanceMode instanceMode,
    @Nullable RerunMode rerunMode,
    @Nullable Integer rerunTimes,
    @Nullable Duration rerunInterval,
    @Nullable Boolean ignoreBranchConditionSkip,
    @Nullable FailureStrategy failureStrategy,
    OtherKeys others) {

  private static final String BLOCK = "strategy";

  /** The policy of {@code holder}: its own fields and those of its block. */
  static SpecStrategy readAt(SpecCursor holder) {
    SpecStrategy own = readFields(holder, OtherKeys.none());
    SpecStrategy block = holder.object(in -> readFields(in, null), BLOCK);
    return block == null ? own : own.mergedWith(block, holder);
  }

  private static SpecStrategy readFields(SpecCursor in, @Nullable OtherKeys known) {
    SpecStrategy fields =
        new SpecStrategy(
            in.integer("priority"),
            Timeouts.read(in),
            in.term("instanceMode", InstanceMode.values()),
            in.term("rerunMode", RerunMode.values()),
            in.integer("rerunTimes"),
            Timeouts.readMillis(in, "rerunInterval"),
            in.flag("ignoreBranchConditionSkip"),
            in.term("failureStrategy", FailureStrategy.values()),
            OtherKeys.none());
    return known != null ? fields : fields.withOthers(in.otherKeys());
  }

  private SpecStrategy withOthers(OtherKeys kept) {
    return new SpecStrategy(
        priority,
        timeout,
        instanceMode,
        rerunMode,
        rerunTimes,
        rerunInterval,
        ignoreBranchConditionSkip,
        failureStrategy,
        kept);
  }

  private SpecStrategy mergedWith(SpecStrategy block, SpecCursor holder) {
    return new SpecStrategy(
        one(priority, block.priority, "priority", holder),
        one(timeout, block.timeout, "timeout", holder),
        one(instanceMode, block.instanceMode, "instanceMode", holder),
        one(rerunMode, block.rerunMode, "rerunMode", holder),
        one(rerunTimes, block.rerunTimes, "rerunTimes", holder),
        one(rerunInterval, block.rerunInterval, "rerunInterval", holder),
        one(
            ignoreBranchConditionSkip,
            block.ignoreBranchConditionSkip,
            "ignoreBranchConditionSkip",
            holder),
        one(failureStrategy, block.failureStrategy, "failureStrategy", holder),
        block.others);
  }

  private static <T> @Nullable T one(
      @Nullable T own, @Nullable T inBlock, String key, SpecCursor holder) {
    if (own != null && inBlock != null && !own.equals(inBlock)) {
      String expected =
          "the same value as " + JsonPaths.child(holder.path(BLOCK), key) + ", or only one of both";
      holder
          .context()
          .problems()
          .add(RejectionCode.CONFLICTING_VALUE, holder.path(key), own.toString(), expected);
    }
    return own != null ? own : inBlock;
  }

  /** Adds the policy's fields to the node or workflow that {@code out} is writing. */
  void writeTo(TreeWriter out) {
    out.integer("priority", priority)
        .number("timeout", timeout == null ? null : timeout.toSeconds())
        .term("timeoutUnit", timeout == null ? null : TimeoutUnit.SECONDS)
        .term("instanceMode", instanceMode)
        .term("rerunMode", rerunMode)
        .integer("rerunTimes", rerunTimes)
        .number("rerunInterval", rerunInterval == null ? null : rerunInterval.toMillis())
        .flag("ignoreBranchConditionSkip", ignoreBranchConditionSkip)
        .term("failureStrategy", failureStrategy)
        .freeKeys(BLOCK, others);
  }
}
