package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a baseline commits to (dataworks-semantics 5.6).
 *
 * @param priority least priority of its tasks and of all their ancestors
 * @param committed of a day baseline one; of an hour baseline the nth is that of the nth cycle
 * @param alertMargin before the committed time from when on it warns
 * @param zone of its days and times
 */
public record BaselineDefinition(
    String workspaceId,
    String workspace,
    String name,
    BaselineType type,
    List<BaselineTask> tasks,
    int priority,
    List<CommittedTime> committed,
    Duration alertMargin,
    ZoneId zone) {

  private static final Set<Integer> PRIORITIES = Set.of(1, 3, 5, 7, 8);
  private static final int MOST_TASKS = 100;
  private static final int LONGEST_NAME = 128;
  private static final Duration WIDEST_MARGIN = Duration.ofDays(1);

  public BaselineDefinition {
    tasks = List.copyOf(tasks);
    committed = List.copyOf(committed);
  }

  /** Why it cannot be; nothing where it can. */
  Optional<Rejection> fault() {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return wrong(
          "name", name, "The name of a baseline has 1 to %d characters.".formatted(LONGEST_NAME));
    }
    if (tasks.isEmpty() || tasks.size() > MOST_TASKS) {
      return wrong(
          "tasks",
          Integer.toString(tasks.size()),
          "A baseline commits to 1 to %d tasks.".formatted(MOST_TASKS));
    }
    if (!PRIORITIES.contains(priority)) {
      return wrong(
          "priority", Integer.toString(priority), "The priority of a baseline is 1, 3, 5, 7 or 8.");
    }
    if (committed.isEmpty() || committed.size() > type.mostTimes()) {
      return wrong(
          "committedTimes",
          Integer.toString(committed.size()),
          type == BaselineType.DAY
              ? "A day baseline has one committed time."
              : "An hour baseline has one committed time for each cycle, at most 24.");
    }
    return alertMargin.isNegative() || alertMargin.compareTo(WIDEST_MARGIN) > 0
        ? wrong(
            "alertMarginMinutes",
            Long.toString(alertMargin.toMinutes()),
            "The alert margin lies between 0 and %d minutes.".formatted(WIDEST_MARGIN.toMinutes()))
        : Optional.empty();
  }

  private static Optional<Rejection> wrong(String field, String value, String message) {
    return Optional.of(new Rejection(RejectionCode.INVALID_PARAMETER, message, field, value));
  }
}
