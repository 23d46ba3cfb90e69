package io.weirworks.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.calendar.SchedulingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Law R20 of field-failures: in all zones and across all changes of their offset the ticks of a
 * local day follow the declared policy, and business dates have neither gap nor repeat. What is
 * expected is counted on the real time line, quarter of an hour by quarter.
 */
class DstProperties {
  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2041-01-01T00:00:00Z");
  private static final int QUARTERS_AROUND = 4 * 60;

  /** How often each wall time comes around a change, in order of time. */
  private record TimeLine(Map<LocalDateTime, List<Instant>> moments) {
    static TimeLine around(ZoneId zone, Instant change) {
      Map<LocalDateTime, List<Instant>> moments = new HashMap<>();
      Instant start = change.truncatedTo(ChronoUnit.HOURS);
      for (int quarter = -QUARTERS_AROUND; quarter <= QUARTERS_AROUND; quarter++) {
        Instant moment = start.plus(15L * quarter, ChronoUnit.MINUTES);
        moments
            .computeIfAbsent(LocalDateTime.ofInstant(moment, zone), absent -> new ArrayList<>())
            .add(moment);
      }
      return new TimeLine(moments);
    }

    List<Instant> of(LocalDateTime wallTime) {
      return moments.getOrDefault(wallTime, List.of());
    }
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
    while (change != null && change.getInstant().isBefore(TO)) {
      changes.add(change);
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return changes;
  }

  private static SortedSet<LocalDate> days(ZoneOffsetTransition change) {
    LocalDate before = change.getDateTimeBefore().toLocalDate();
    LocalDate after = change.getDateTimeAfter().toLocalDate();
    SortedSet<LocalDate> days = new TreeSet<>();
    for (LocalDate day = min(before, after).minusDays(1);
        !day.isAfter(max(before, after));
        day = day.plusDays(1)) {
      days.add(day);
    }
    return days;
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static Schedule schedule(String cron, ZoneId zone, DstPolicy policy) {
    return new Schedule(
        CronExpression.parse(cron),
        zone,
        EffectivePeriod.UNBOUNDED,
        new SchedulingCalendar.EveryDay(),
        policy);
  }

  private static List<Instant> expected(List<Instant> moments, DstPolicy.Fold fold) {
    return switch (fold) {
      case FIRST -> moments.stream().limit(1).toList();
      case LAST -> moments.isEmpty() ? moments : List.of(moments.getLast());
      case BOTH -> moments;
    };
  }

  private static void withinDayFollowsThePolicy(
      ZoneId zone, ZoneOffsetTransition change, int minute, DstPolicy policy) {
    TimeLine line = TimeLine.around(zone, change.getInstant());
    Schedule schedule = schedule("00 " + minute + " * * * ?", zone, policy);
    for (LocalDate day : days(change)) {
      List<Instant> wanted = new ArrayList<>();
      for (int hour = 0; hour < 24; hour++) {
        wanted.addAll(expected(line.of(day.atTime(hour, minute)), policy.fold()));
      }
      wanted.sort(Instant::compareTo);
      assertThat(schedule.ticks(day))
          .as("%s %s %s", zone, day, policy)
          .allSatisfy(tick -> assertThat(tick.kind()).isEqualTo(TickKind.NORMAL))
          .extracting(Tick::time)
          .isEqualTo(wanted);
    }
  }

  private static void onceADayFollowsThePolicy(
      ZoneId zone, ZoneOffsetTransition change, LocalTime time, DstPolicy policy) {
    TimeLine line = TimeLine.around(zone, change.getInstant());
    Schedule schedule =
        schedule("00 %d %d * * ?".formatted(time.getMinute(), time.getHour()), zone, policy);
    for (LocalDate day : days(change)) {
      List<Tick> ticks = schedule.ticks(day);
      List<Instant> wanted = expected(line.of(day.atTime(time)), policy.fold());
      if (wanted.isEmpty()) {
        boolean shifts = policy.gap() == DstPolicy.Gap.SHIFT_AS_DRY_RUN;
        assertThat(ticks).as("%s %s %s", zone, day, policy).hasSize(shifts ? 1 : 0);
        assertThat(ticks)
            .allSatisfy(
                tick -> {
                  assertThat(tick.kind()).isEqualTo(TickKind.MOVED_BY_DST);
                  assertThat(LocalDateTime.ofInstant(tick.time(), zone))
                      .isEqualTo(day.atTime(time).plus(change.getDuration()));
                });
      } else {
        assertThat(ticks)
            .as("%s %s %s", zone, day, policy)
            .allSatisfy(tick -> assertThat(tick.kind()).isEqualTo(TickKind.NORMAL))
            .extracting(Tick::time)
            .isEqualTo(wanted);
      }
      assertThat(ticks).allSatisfy(tick -> assertThat(tick.bizdate().plusDays(1)).isEqualTo(day));
    }
  }

  @Test
  void inEveryZoneAndChangeTheTicksOfALocalDayFollowTheDocumentedPolicy() {
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      for (ZoneOffsetTransition change : changes(zone)) {
        LocalTime inside = min(change.getDateTimeBefore(), change.getDateTimeAfter()).toLocalTime();
        LocalTime quarter = inside.truncatedTo(ChronoUnit.HOURS).plusMinutes(30);
        withinDayFollowsThePolicy(zone, change, 0, DstPolicy.DOCUMENTED);
        onceADayFollowsThePolicy(zone, change, quarter, DstPolicy.DOCUMENTED);
      }
    }
  }

  private static LocalDateTime min(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }

  @Property(seed = "20260329", tries = 2000)
  void inSampledChangesEveryPolicyIsFollowedAtEveryQuarter(
      @ForAll("zonesWithChanges") ZoneId zone,
      @ForAll @IntRange(max = 1000) int which,
      @ForAll @IntRange(max = 95) int quarterOfDay,
      @ForAll DstPolicy.Gap gap,
      @ForAll DstPolicy.Fold fold) {
    List<ZoneOffsetTransition> changes = changes(zone);
    ZoneOffsetTransition change = changes.get(which % changes.size());
    DstPolicy policy = new DstPolicy(gap, fold);
    LocalTime time = LocalTime.MIDNIGHT.plusMinutes(15L * quarterOfDay);
    onceADayFollowsThePolicy(zone, change, time, policy);
    withinDayFollowsThePolicy(zone, change, time.getMinute(), policy);
  }

  @Property(seed = "20260329", tries = 400)
  void businessDatesHaveNeitherGapNorRepeatAndTimeNeverRunsBack(
      @ForAll("zonesWithChanges") ZoneId zone,
      @ForAll @IntRange(max = 95) int quarterOfDay,
      @ForAll @IntRange(min = 2000, max = 2040) int year) {
    // given
    LocalTime time = LocalTime.MIDNIGHT.plusMinutes(15L * quarterOfDay);
    Schedule schedule =
        schedule(
            "00 %d %d * * ?".formatted(time.getMinute(), time.getHour()),
            zone,
            DstPolicy.DOCUMENTED);
    Tick tick = schedule.ticks(LocalDate.of(year, 1, 1)).getFirst();
    for (int day = 1; day < 366; day++) {
      // when
      Tick next = schedule.next(tick).orElseThrow();
      // then
      assertThat(next.bizdate()).isEqualTo(tick.bizdate().plusDays(1));
      assertThat(next.time()).isAfterOrEqualTo(tick.time());
      tick = next;
    }
  }

  @Provide
  Arbitrary<ZoneId> zonesWithChanges() {
    return Arbitraries.of(
        ZoneId.getAvailableZoneIds().stream()
            .sorted()
            .map(ZoneId::of)
            .filter(zone -> !changes(zone).isEmpty())
            .toList());
  }
}
