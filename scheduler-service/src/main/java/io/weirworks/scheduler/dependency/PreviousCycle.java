package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.recurrence.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Cross-cycle dependencies: which instances of the cycle before an instance depends on
 * (dataworks-semantics 3.7). Where there is no cycle before, as for a node's first instance ever,
 * the dependency is satisfied and the answer nothing.
 */
public final class PreviousCycle {

  private PreviousCycle() {}

  /** The node's own instance before the {@code index}th of a day, in order of time. */
  public static Optional<Position> ofItself(Plans node, LocalDate day, int index) {
    return index > 0
        ? Optional.of(new Position(day, Range.one(index - 1)))
        : node.lastDayBefore(day).map(before -> last(node, before));
  }

  /**
   * Another node's instances of the cycle before.
   *
   * <ul>
   *   <li>A node that is due once a day: its instance of the day before.
   *   <li>An hour or minute task, for a node that is due once a day: all its instances of the day
   *       before; only the last if it depends on itself (which it cannot succeed without).
   *   <li>An hour or minute task that is finer than the node: what the node's own cycle before
   *       covers; again only the last if it depends on itself.
   *   <li>Any other: the one before that which the node has in the same cycle.
   * </ul>
   */
  public static Optional<Position> ofOther(Plans node, LocalDate day, int index, Plans other) {
    Side here = node.on(day);
    Optional<LocalDate> dayBefore = other.lastDayBefore(day);
    if (!other.on(day).isWithinDay() || !here.isWithinDay()) {
      return dayBefore.map(before -> wholeDay(other, before));
    }
    return isFiner(other.on(day).plan(), here.plan())
        ? ofFiner(node, day, index, other)
        : beforeSameCycle(node, day, index, other);
  }

  private static boolean isFiner(DayPlan other, DayPlan here) {
    return other.period() == here.period()
        ? other.ticks() > here.ticks()
        : other.period() == Period.MINUTE;
  }

  private static Position last(Plans node, LocalDate day) {
    return new Position(day, Range.one(node.on(day).plan().size() - 1));
  }

  private static Position wholeDay(Plans other, LocalDate day) {
    Side side = other.on(day);
    return side.isWithinDay() && side.selfDependent()
        ? last(other, day)
        : new Position(day, new Range(0, side.plan().size()));
  }

  /** What the node's own instance before this one has in its same cycle. */
  private static Optional<Position> ofFiner(Plans node, LocalDate day, int index, Plans other) {
    return ofItself(node, day, index)
        .flatMap(
            before -> {
              // As if nothing depended on itself: that only chooses among what is covered.
              Side down = new Side(node.on(before.day()).plan(), false);
              Side up = new Side(other.on(before.day()).plan(), false);
              Range covered = SameCycle.match(down, before.range().from(), up);
              Range wanted =
                  other.on(before.day()).selfDependent() && !covered.isEmpty()
                      ? Range.one(covered.to() - 1)
                      : covered;
              return wanted.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Position(before.day(), wanted));
            });
  }

  private static Optional<Position> beforeSameCycle(
      Plans node, LocalDate day, int index, Plans other) {
    Side down = new Side(node.on(day).plan(), false);
    Side up = new Side(other.on(day).plan(), false);
    Range same = SameCycle.match(down, index, up);
    return ofItself(other, day, same.from());
  }
}
