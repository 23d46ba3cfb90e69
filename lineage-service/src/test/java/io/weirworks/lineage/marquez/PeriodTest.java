package io.weirworks.lineage.marquez;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.marquez.Period.Interval;
import io.weirworks.lineage.run.history.RunCount;
import io.weirworks.lineage.run.history.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Marquez's start page has figures of. */
class PeriodTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:40:00Z");

  private static List<Interval> week(Instant now, String zone) {
    return Period.WEEK.until(now, ZoneId.of(zone));
  }

  @Test
  void dayIsTheHourOfNowAndThe23BeforeIt() {
    List<Interval> hours = Period.DAY.until(NOW, ZoneId.of("Asia/Kolkata"));

    assertThat(hours).hasSize(24);
    assertThat(hours.getFirst().start()).isEqualTo("2026-11-19T07:00:00Z");
    assertThat(hours.getLast().end()).isEqualTo("2026-11-20T07:00:00Z");
    assertThat(hours)
        .allSatisfy(
            hour -> {
              assertThat(Duration.between(hour.start(), hour.end())).isEqualTo(Duration.ofHours(1));
              assertThat(hour.shownStart()).isEqualTo(hour.start());
            });
  }

  @ParameterizedTest
  @CsvSource({
    // zone, now, first day's start, last day's end, today as it is shown
    "UTC, 2026-11-20T06:40:00Z, 2026-11-14T00:00:00Z, 2026-11-21T00:00:00Z, 2026-11-20T00:00:00Z",
    "Asia/Kolkata, 2026-11-20T18:40:00Z, 2026-11-14T18:30:00Z, 2026-11-21T18:30:00Z, 2026-11-21T00:00:00Z",
    "America/New_York, 2026-11-20T04:40:00Z, 2026-11-13T05:00:00Z, 2026-11-20T05:00:00Z, 2026-11-19T00:00:00Z",
    // the clock is put back on 2026-10-25
    "Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-18T22:00:00Z, 2026-10-25T23:00:00Z, 2026-10-25T00:00:00Z"
  })
  void weekIsTodayAndTheSixDaysBeforeItInThatTimeZone(
      String zone, Instant now, Instant first, Instant end, Instant today) {
    List<Interval> days = week(now, zone);

    assertThat(days).hasSize(7);
    assertThat(days.getFirst().start()).isEqualTo(first);
    assertThat(days.getLast().end()).isEqualTo(end);
    assertThat(days.getLast().shownStart()).isEqualTo(today);
    for (int i = 1; i < 7; i++) {
      assertThat(days.get(i).start()).isEqualTo(days.get(i - 1).end());
    }
  }

  @Test
  void dayOnWhichTheClockIsPutBackHas25Hours() {
    Interval day = week(Instant.parse("2026-10-25T12:00:00Z"), "Europe/Berlin").getLast();

    assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void runsAreCountedWhereTheyBeganAndEnded() {
    // given
    List<RunCount> counts =
        List.of(
            new RunCount(Instant.parse("2026-11-20T05:45:00Z"), RunState.RUNNING, 3),
            new RunCount(Instant.parse("2026-11-20T06:00:00Z"), RunState.RUNNING, 2),
            new RunCount(Instant.parse("2026-11-20T06:30:00Z"), RunState.RUNNING, 4),
            new RunCount(Instant.parse("2026-11-20T06:15:00Z"), RunState.FAILED, 1));

    // when
    List<Figures.Runs> runs = Figures.runs(Period.DAY.until(NOW, ZoneId.of("UTC")), counts);

    // then
    assertThat(runs.getLast().of(RunState.RUNNING)).isEqualTo(6);
    assertThat(runs.getLast().of(RunState.FAILED)).isEqualTo(1);
    assertThat(runs.getLast().of(RunState.COMPLETED)).isZero();
    assertThat(runs.get(22).of(RunState.RUNNING)).isEqualTo(3);
    assertThat(runs).extracting(each -> each.of(RunState.RUNNING)).startsWith(0L, 0L);
  }

  @Test
  void totalsCountWhatHadAppearedByTheEndOfEach() {
    // given
    List<Instant> appeared =
        List.of(
            Instant.parse("2001-01-01T00:00:00Z"),
            Instant.parse("2026-11-20T05:00:00Z"),
            Instant.parse("2026-11-20T06:10:00Z"));

    // when
    List<Figures.Total> totals = Figures.totals(Period.DAY.until(NOW, ZoneId.of("UTC")), appeared);

    // then
    assertThat(totals).extracting(Figures.Total::count).startsWith(1L).endsWith(1L, 2L, 3L);
  }
}
