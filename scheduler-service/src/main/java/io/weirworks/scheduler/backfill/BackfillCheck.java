package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a backfill can be done as it is asked for (dataworks-semantics 5.2). */
final class BackfillCheck {
  private static final int MAX_PARALLELISM = 10;
  private static final int MAX_RANGES = 7;

  /** One transaction asks for all of them (DESIGN 3.3). */
  private static final int MAX_AT_ONCE = 900;

  private static final int DATES_LOOKED_AT = 60;

  private BackfillCheck() {}

  /** What is wrong with it; nothing where it can be done. */
  static Optional<Rejection> wrong(BackfillScope scope) {
    BackfillPlan plan = scope.plan();
    return reversed(plan)
        .or(() -> tooManyRanges(plan))
        .or(() -> overlapping(plan))
        .or(() -> wrongParallelism(plan))
        .or(() -> wrongWindow(plan))
        .or(() -> tooLarge(scope));
  }

  private static Optional<Rejection> reversed(BackfillPlan plan) {
    return plan.ranges().stream()
        .filter(range -> range.from().isAfter(range.to()))
        .findFirst()
        .map(
            range ->
                wrong(
                    "The first business date %s is after the last, %s; exchange them."
                        .formatted(range.from(), range.to()),
                    "fromBizdate",
                    range.from()));
  }

  private static Optional<Rejection> tooManyRanges(BackfillPlan plan) {
    int ranges = plan.ranges().size();
    return ranges <= MAX_RANGES
        ? Optional.empty()
        : Optional.of(
            wrong(
                "A backfill has at most %d ranges of business dates.".formatted(MAX_RANGES),
                "furtherRanges",
                ranges));
  }

  private static Optional<Rejection> overlapping(BackfillPlan plan) {
    List<BizdateRange> ranges = plan.ranges();
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).overlaps(ranges.get(i - 1))) {
        return Optional.of(
            wrong(
                "The ranges from %s and from %s have dates in common; name each date once."
                    .formatted(ranges.get(i - 1).from(), ranges.get(i).from()),
                "furtherRanges",
                ranges.get(i).from()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> wrongParallelism(BackfillPlan plan) {
    int parallelism = plan.parallelism();
    return parallelism >= 1 && parallelism <= MAX_PARALLELISM
        ? Optional.empty()
        : Optional.of(
            wrong(
                "A backfill runs 1 to %d business dates at once.".formatted(MAX_PARALLELISM),
                "parallelism",
                parallelism));
  }

  private static Optional<Rejection> wrongWindow(BackfillPlan plan) {
    return plan.window().from().isAfter(plan.window().to())
        ? Optional.of(
            wrong(
                "The first time of day %s is after the last, %s; exchange them."
                    .formatted(plan.window().from(), plan.window().to()),
                "startTime",
                plan.window().from()))
        : Optional.empty();
  }

  private static Optional<Rejection> tooLarge(BackfillScope scope) {
    int atOnce = Math.min(scope.plan().parallelism(), scope.plan().size());
    int ofDate = largest(scope);
    return (long) atOnce * ofDate <= MAX_AT_ONCE
        ? Optional.empty()
        : Optional.of(
            wrong(
                ("A business date has %d workflow instances; with %d dates at once that is more"
                        + " than %d. Lower the parallelism, or choose fewer scheduled times.")
                    .formatted(ofDate, atOnce, MAX_AT_ONCE),
                "parallelism",
                atOnce));
  }

  /**
   * A timetable may begin or end inside the plan; of a long plan every so many dates are looked at.
   */
  private static int largest(BackfillScope scope) {
    int last = scope.plan().size() - 1;
    int step = Math.max(1, last / DATES_LOOKED_AT);
    return IntStream.concat(IntStream.iterate(0, i -> i <= last, i -> i + step), IntStream.of(last))
        .map(index -> scope.on(scope.plan().date(index)).size())
        .max()
        .orElse(0);
  }

  private static Rejection wrong(String message, String field, Object value) {
    return new Rejection(RejectionCode.INVALID_PARAMETER, message, field, value.toString());
  }
}
