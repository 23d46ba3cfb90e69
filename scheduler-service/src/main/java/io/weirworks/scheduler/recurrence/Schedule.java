package io.weirworks.scheduler.recurrence;

import io.weirworks.scheduler.calendar.SchedulingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a node is due (dataworks-semantics 3.1, 3.10). It ticks every day of its effective period: a
 * day that the cron expression or the calendar leaves out has dry runs.
 *
 * @param zone in which all its dates and times of day are meant
 */
public record Schedule(
    CronExpression cron,
    ZoneId zone,
    EffectivePeriod effective,
    SchedulingCalendar calendar,
    DstPolicy dst) {

  /** Without bounds, on the default calendar and by the documented DST rule. */
  public static Schedule of(CronExpression cron, ZoneId zone) {
    return new Schedule(
        cron,
        zone,
        EffectivePeriod.UNBOUNDED,
        new SchedulingCalendar.EveryDay(),
        DstPolicy.DOCUMENTED);
  }

  /** How often it ticks. */
  public Period period() {
    return cron.period();
  }

  /** The ticks of a local day, in order of time. */
  public List<Tick> ticks(LocalDate day) {
    return ticks(day, zone.getRules());
  }

  /** The same by other rules of its zone than this process knows. */
  public List<Tick> ticks(LocalDate day, ZoneRules rules) {
    List<Planned> planned = planned(day, rules);
    boolean chosen = cron.chooses(day) && calendar.has(day);
    List<Tick> ticks = new ArrayList<>(planned.size());
    for (int i = 0; i < planned.size(); i++) {
      Planned one = planned.get(i);
      if (effective.has(one.wallTime())) {
        ticks.add(new Tick(one.time(), day, i + 1, planned.size(), kind(chosen, one.moved())));
      }
    }
    return List.copyOf(ticks);
  }

  /**
   * The tick after one that has fired; computed from that one, never from the present time, so that
   * no jump of a clock repeats or loses one. Nothing after the effective period.
   */
  public Optional<Tick> next(Tick fired) {
    return ticks(fired.day()).stream()
        .filter(tick -> tick.number() > fired.number())
        .findFirst()
        .or(() -> firstFrom(fired.day().plusDays(1)));
  }

  /** The first tick after a moment, for a schedule that has not fired yet. */
  public Optional<Tick> firstAfter(Instant moment) {
    // A gap over midnight may have moved yesterday's tick into today.
    LocalDate day = LocalDate.ofInstant(moment, zone).minusDays(1);
    for (int i = 0; i < 2; i++) {
      Optional<Tick> tick =
          ticks(day.plusDays(i)).stream().filter(each -> each.time().isAfter(moment)).findFirst();
      if (tick.isPresent()) {
        return tick;
      }
    }
    return firstFrom(day.plusDays(2));
  }

  private Optional<Tick> firstFrom(LocalDate earliest) {
    LocalDate start = effective.start().toLocalDate();
    LocalDate day = earliest.isBefore(start) ? start : earliest;
    while (!day.isAfter(effective.end().toLocalDate())) {
      List<Tick> ticks = ticks(day);
      if (!ticks.isEmpty()) {
        return Optional.of(ticks.getFirst());
      }
      day = day.plusDays(1);
    }
    return Optional.empty();
  }

  private static TickKind kind(boolean chosen, boolean moved) {
    if (!chosen) {
      return TickKind.OFF_DAY;
    }
    return moved ? TickKind.MOVED_BY_DST : TickKind.NORMAL;
  }

  /** A wall time of the timetable and one instant that it means. */
  private record Planned(LocalDateTime wallTime, Instant time, boolean moved) {
    static Planned at(LocalDateTime wallTime, ZoneOffset offset) {
      return new Planned(wallTime, wallTime.toInstant(offset), false);
    }
  }

  private List<Planned> planned(LocalDate day, ZoneRules rules) {
    List<Planned> planned = new ArrayList<>(cron.times().size());
    boolean folded = false;
    for (LocalTime time : cron.times()) {
      LocalDateTime wallTime = day.atTime(time);
      ZoneOffsetTransition change = rules.getTransition(wallTime);
      if (change == null) {
        planned.add(Planned.at(wallTime, rules.getOffset(wallTime)));
      } else if (change.isGap()) {
        inGap(wallTime, change).ifPresent(planned::add);
      } else {
        folded |= dst.fold() == DstPolicy.Fold.BOTH;
        inFold(wallTime, change, planned);
      }
    }
    if (folded) {
      planned.sort(Comparator.comparing(Planned::time));
    }
    return planned;
  }

  /** The offset before the gap makes it later by the gap's length. */
  private Optional<Planned> inGap(LocalDateTime wallTime, ZoneOffsetTransition gap) {
    return period().isWithinDay() || dst.gap() == DstPolicy.Gap.SKIP
        ? Optional.empty()
        : Optional.of(new Planned(wallTime, wallTime.toInstant(gap.getOffsetBefore()), true));
  }

  private void inFold(LocalDateTime wallTime, ZoneOffsetTransition fold, List<Planned> planned) {
    Planned first = Planned.at(wallTime, fold.getOffsetBefore());
    Planned last = Planned.at(wallTime, fold.getOffsetAfter());
    switch (dst.fold()) {
      case FIRST -> planned.add(first);
      case LAST -> planned.add(last);
      case BOTH -> {
        planned.add(first);
        planned.add(last);
      }
    }
  }
}
