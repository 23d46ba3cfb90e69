package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.baseline.BaselineEvent.BaselineDefined;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.generation.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides for a baseline; pure. */
public final class BaselineDecider {

  /** How often it looks whose priority it lifts. */
  static final Duration LIFTED_ANEW = Duration.ofMinutes(10);

  private BaselineDecider() {}

  /**
   * Defines it, or defines it anew; the same again has no effect. What has been opened keeps the
   * definition that it was opened with.
   *
   * @param current null: there is none
   */
  public static Decision<BaselineEvent> define(
      @Nullable Baseline current, BaselineDefinition definition, Instant now) {
    if (current != null && current.definition().equals(definition)) {
      return Decision.nothing();
    }
    LocalDate generated = Deployment.lastGenerated(now, definition.zone());
    LocalDate openedThrough =
        current != null && current.openedThrough().isAfter(generated)
            ? current.openedThrough()
            : generated;
    return definition
        .fault()
        .<Decision<BaselineEvent>>map(Decision.Rejected::new)
        .orElseGet(() -> Decision.of(new BaselineDefined(definition, openedThrough, now)));
  }

  /**
   * The baseline instances that are to be opened now: those of the days whose node instances have
   * been made. After a long pause those begin that would still be watched.
   */
  public static List<BaselineInstance> open(Baseline baseline, Instant now) {
    ZoneId zone = baseline.definition().zone();
    LocalDate through = Deployment.lastGenerated(now, zone);
    LocalDate eldest = LocalDate.ofInstant(now, zone).minusDays(1);
    LocalDate next = baseline.openedThrough().plusDays(1);
    LocalDate from = next.isBefore(eldest) ? eldest : next;
    return from.isAfter(through)
        ? List.of()
        : from.datesUntil(through.plusDays(1))
            .flatMap(
                day ->
                    IntStream.rangeClosed(1, baseline.definition().committed().size())
                        .mapToObj(cycle -> BaselineInstance.opened(baseline, day, cycle, now)))
            .toList();
  }

  /** When it is looked at again: at the next day's generation, or before. */
  public static Instant next(Baseline baseline, Instant now) {
    Instant opening =
        baseline
            .openedThrough()
            .atTime(Deployment.GENERATION_BEGINS)
            .atZone(baseline.definition().zone())
            .toInstant();
    Instant soon = now.plus(LIFTED_ANEW);
    return opening.isAfter(now) && opening.isBefore(soon) ? opening : soon;
  }
}
