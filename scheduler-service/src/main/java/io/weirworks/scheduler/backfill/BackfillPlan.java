package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a backfill is to do, fixed when it is asked for: it cannot grow.
 *
 * @param workflow that it was asked for
 * @param version of that workflow, the same for all dates
 * @param ranges business dates; at least one range, none overlapping another
 * @param parallelism how many dates are open at once, 1 to 10
 * @param constants replace parameters of these names
 * @param window which scheduled times of an hour or minute schedule are wanted
 * @param immediately instances start although their scheduled time is still to come
 * @param planned it waits to be begun
 */
public record BackfillPlan(
    BackfillId id,
    WorkflowId workflow,
    int version,
    List<BizdateRange> ranges,
    BackfillOrder order,
    int parallelism,
    Map<String, String> constants,
    BackfillCycles window,
    boolean immediately,
    boolean planned) {
  public BackfillPlan {
    ranges = ranges.stream().sorted(Comparator.comparing(BizdateRange::from)).toList();
    constants = Map.copyOf(constants);
  }

  /** How many business dates there are. */
  public int size() {
    return ranges.stream().mapToInt(BizdateRange::size).sum();
  }

  /** The business date that comes {@code index}th, from 0. */
  public LocalDate date(int index) {
    int left = order == BackfillOrder.ASC ? index : size() - 1 - index;
    for (BizdateRange range : ranges) {
      if (left < range.size()) {
        return range.from().plusDays(left);
      }
      left -= range.size();
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Whether the date is among them. */
  public boolean has(LocalDate bizdate) {
    return ranges.stream().anyMatch(range -> range.has(bizdate));
  }

  /** Whether a date's instances are made before another's, or with them. */
  public boolean comesBefore(LocalDate bizdate, LocalDate other) {
    return switch (order) {
      case ASC -> !bizdate.isAfter(other);
      case DESC -> !bizdate.isBefore(other);
    };
  }
}
