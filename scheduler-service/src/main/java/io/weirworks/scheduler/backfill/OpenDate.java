package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A business date that is going on.
 *
 * @param size how many workflow instances it has
 * @param ended which of them have ended, by their place in the date
 * @param outcome how it ends as far as is known: a failure outweighs a cancellation, that a success
 */
public record OpenDate(int size, SortedSet<Integer> ended, FlowStatus outcome) {

  static OpenDate begun(int size) {
    return new OpenDate(size, new TreeSet<>(), FlowStatus.SUCCESS);
  }

  OpenDate ended(int instance, FlowStatus status) {
    SortedSet<Integer> all = new TreeSet<>(ended);
    all.add(instance);
    return new OpenDate(size, all, outcome.worse(status));
  }

  boolean isOver() {
    return ended.size() == size;
  }
}
