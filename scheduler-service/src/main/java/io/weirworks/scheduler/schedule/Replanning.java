package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.PlannedInstance;
import io.weirworks.scheduler.recurrence.KnownRules;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.recurrence.ZoneWindow;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstanceRescheduled;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.Place;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.RulesKept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans instances anew that were made by other rules of their time zone and have not begun (R23).
 * What has a time in the new plan too stays as it is; of a day's other times the first takes the
 * place of the first, and so on. Ids are derived from times, so that doing it twice is harmless.
 *
 * @param before the rules that they were made by
 * @param now the rules as they are known now
 */
record Replanning(
    WorkflowSchedule schedule, GenerationHistory history, ZoneWindow before, KnownRules now) {

  /** A time of a day that is no longer one, and the one instead of it. */
  private record Move(LocalDate day, @Nullable PlannedInstance from, @Nullable PlannedInstance to) {

    /** What should have begun stays, and what should have been there in the past does not come. */
    boolean isAhead(Instant moment) {
      PlannedInstance first = from == null ? to : from;
      return first != null && first.tick().time().isAfter(moment);
    }
  }

  /** What is to be done; empty: its instances are those of the rules that are known. */
  static Optional<Replanning> of(
      WorkflowSchedule schedule, GenerationHistory history, ZoneRulesSource zones) {
    ZoneWindow before = schedule.rules();
    if (before == null) {
      return Optional.empty();
    }
    KnownRules now = zones.of(before.zone());
    return before.version().equals(now.version())
        ? Optional.empty()
        : Optional.of(new Replanning(schedule, history, before, now));
  }

  /** The rules that instances of some days are being made by. */
  static RulesKept kept(
      WorkflowSchedule schedule, ZoneId zone, ZoneRulesSource zones, LocalDate from) {
    return new RulesKept(
        ZoneWindow.of(zone, zones.of(zone), from.minusDays(1), schedule.generatedThrough()));
  }

  /**
   * Decides, from the {@code next}th move on.
   *
   * @param most how many moves one decision makes
   * @param nextGeneration when its timer is due
   */
  WorkflowScheduleDecision decide(
      int next, int most, Instant moment, @Nullable Instant nextGeneration) {
    List<Move> all = moves();
    int end = Math.min(all.size(), next + most);
    List<WorkflowScheduleEvent> events = new ArrayList<>();
    List<GeneratedInstance> instances = new ArrayList<>();
    for (Move move : all.subList(Math.min(next, end), end)) {
      if (move.isAhead(moment)) {
        events.add(event(move));
        instance(move).ifPresent(instances::add);
      }
    }
    if (end == all.size()) {
      events.add(
          new RulesKept(
              ZoneWindow.of(before.zone(), now, before.from(), schedule.generatedThrough())));
    }
    return new WorkflowScheduleDecision(
        events,
        instances,
        end < all.size() ? new WorkflowScheduleCommand.Replan(end) : null,
        nextGeneration);
  }

  private List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    LocalDate day = before.from();
    while (!day.isAfter(schedule.generatedThrough())) {
      List<PlannedInstance> old = on(day, before.rules());
      List<PlannedInstance> planned = on(day, now.rules());
      List<PlannedInstance> gone = without(old, planned);
      List<PlannedInstance> come = without(planned, old);
      for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
        moves.add(
            new Move(
                day, i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null));
      }
      day = day.plusDays(1);
    }
    return moves;
  }

  private List<PlannedInstance> on(LocalDate day, ZoneRules rules) {
    return history
        .on(day, zone -> zone.equals(before.zone()) ? rules : zone.getRules())
        .instances();
  }

  private static List<PlannedInstance> without(
      List<PlannedInstance> some, List<PlannedInstance> others) {
    Set<Instant> times =
        others.stream().map(each -> each.tick().time()).collect(Collectors.toSet());
    return some.stream().filter(each -> !times.contains(each.tick().time())).toList();
  }

  private InstanceRescheduled event(Move move) {
    return new InstanceRescheduled(
        move.day().minusDays(1),
        place(move.from()),
        place(move.to()),
        before.zone(),
        before.version(),
        now.version());
  }

  private @Nullable Place place(@Nullable PlannedInstance planned) {
    return planned == null
        ? null
        : new Place(
            GeneratedInstance.id(schedule.workflow(), schedule.part(), planned.tick()),
            planned.tick().time());
  }

  private Optional<GeneratedInstance> instance(Move move) {
    PlannedInstance to = move.to();
    int deployment = history.inForceOn(move.day()).orElse(-1);
    return to == null || deployment < 0
        ? Optional.empty()
        : Optional.of(
            new GeneratedInstance(
                schedule.versions().get(deployment).version(),
                to.tick(),
                to.type(),
                to.tick().time()));
  }
}
