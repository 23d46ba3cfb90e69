package io.weirworks.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a schedule keeps of its zone's rules (R23). */
class ZoneWindowTest {
  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
  private static final List<Schedule> SCHEDULES =
      List.of(
          Schedule.of(CronExpression.parse("00 30 02 * * ?"), ZoneOffset.UTC),
          Schedule.of(CronExpression.parse("00 */20 * * * ?"), ZoneOffset.UTC));

  /** All zones of tzdata, around each of their changes of 2026 and 2027. */
  @Test
  void windowSaysOfItsDaysWhatTheRulesSay() {
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(id);
      for (LocalDate day : changes(zone)) {
        // given
        ZoneWindow window =
            ZoneWindow.of(
                zone, ZoneRulesSource.ofThisProcess(zone), day.minusDays(1), day.plusDays(1));
        // when, then
        for (Schedule schedule : SCHEDULES) {
          for (int i = -1; i <= 1; i++) {
            assertThat(schedule.ticks(day.plusDays(i), window.rules()))
                .as("%s %s", zone, day)
                .isEqualTo(schedule.ticks(day.plusDays(i), zone.getRules()));
          }
        }
      }
    }
  }

  private static List<LocalDate> changes(ZoneId zone) {
    List<LocalDate> days = new ArrayList<>(List.of(BEGIN));
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(BEGIN.atStartOfDay(zone).toInstant());
    while (next != null && next.getDateTimeBefore().getYear() < 2028) {
      days.add(next.getDateTimeBefore().toLocalDate());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return days;
  }

  @Test
  void versionIsThatOfTheRulesAndAnOffsetThatNeverChangesHasNone() {
    assertThat(ZoneRulesSource.ofThisProcess(ZoneId.of("Europe/Berlin")).version())
        .matches("20\\d\\d[a-z]");
    assertThat(ZoneRulesSource.ofThisProcess(ZoneId.of("UTC+8")).version())
        .isEqualTo(KnownRules.FIXED);
    assertThat(ZoneRulesSource.ofThisProcess(MovingZone.with("t7", ZoneOffset.UTC)).version())
        .isEqualTo("t7");
  }
}
