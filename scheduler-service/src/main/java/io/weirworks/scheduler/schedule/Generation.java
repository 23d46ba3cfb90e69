package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.PlannedInstance;
import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.recurrence.MissedTicks;
import io.weirworks.scheduler.recurrence.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The making of the instances of some days. The same generation of the same history always gives
 * the same instances, so that doing it twice, or going on with it later, is harmless (R7).
 *
 * @param from first day
 * @param through last day, itself included
 * @param since when it began; a scheduled time before is a missed one
 * @param immediate it makes what a deployment adds to its own day
 */
public record Generation(LocalDate from, LocalDate through, Instant since, boolean immediate) {

  /**
   * What one generation makes.
   *
   * @param instances in order of time
   * @param leftOut how many were missed for good
   * @param leftOutTimes which these are; null: none
   */
  public record Made(
      List<GeneratedInstance> instances, int madeUp, int leftOut, @Nullable LeftOut leftOutTimes) {
    public Made {
      instances = List.copyOf(instances);
    }
  }

  /** An instance of a day with the deployment that it is of. */
  private record Candidate(PlannedInstance planned, int deployment) {
    Tick tick() {
      return planned.tick();
    }
  }

  /** All that it makes. */
  public Made of(GenerationHistory history, List<InForce> versions) {
    List<Candidate> candidates = candidates(history);
    List<Candidate> missed =
        immediate
            ? List.of()
            : candidates.stream().filter(each -> each.tick().time().isBefore(since)).toList();
    Map<Tick, Instant> releases = releases(history, missed);
    List<GeneratedInstance> instances = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean isMissed = !immediate && candidate.tick().time().isBefore(since);
      Instant notBefore =
          isMissed ? releases.get(candidate.tick()) : candidate.planned().tick().time();
      if (notBefore != null) {
        instances.add(
            new GeneratedInstance(
                versions.get(candidate.deployment()).version(),
                candidate.tick(),
                candidate.planned().type(),
                notBefore));
      }
    }
    List<Instant> leftOut = leftOut(missed, releases);
    return new Made(
        instances,
        releases.size(),
        leftOut.size(),
        leftOut.isEmpty() ? null : new LeftOut(leftOut.getFirst(), leftOut.getLast()));
  }

  private static List<Instant> leftOut(List<Candidate> missed, Map<Tick, Instant> releases) {
    return missed.stream()
        .map(Candidate::tick)
        .filter(tick -> !releases.containsKey(tick))
        .map(Tick::time)
        .toList();
  }

  private List<Candidate> candidates(GenerationHistory history) {
    List<Candidate> candidates = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(through); day = day.plusDays(1)) {
      DayPlan plan = history.on(day);
      int deployment = history.inForceOn(day).orElse(-1);
      if (deployment >= 0) {
        plan.instances().stream()
            .filter(this::isNew)
            .map(planned -> new Candidate(planned, deployment))
            .forEach(candidates::add);
      }
    }
    return candidates;
  }

  /** The night before has made what was due when the version was deployed. */
  private boolean isNew(PlannedInstance planned) {
    return !immediate
        || planned.type() == SchedulerType.REALTIME_DEPRECATED
        || planned.tick().time().isAfter(since.plus(GenerationHistory.ACTIVATION_DELAY));
  }

  private Map<Tick, Instant> releases(GenerationHistory history, List<Candidate> missed) {
    if (missed.isEmpty()) {
      return Map.of();
    }
    Timetable timetable = history.deployments().get(missed.getLast().deployment()).timetable();
    MissedTicks policy = timetable == null ? MissedTicks.ALL_AT_DEFAULT_RATE : timetable.missed();
    Function<MissedTicks.Release, Instant> notBefore = MissedTicks.Release::notBefore;
    return policy.releases(missed.stream().map(Candidate::tick).toList(), since).stream()
        .collect(Collectors.toMap(MissedTicks.Release::tick, notBefore));
  }
}
