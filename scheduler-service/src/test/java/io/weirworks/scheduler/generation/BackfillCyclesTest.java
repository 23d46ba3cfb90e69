package io.weirworks.scheduler.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cycles of a backfill (dataworks-semantics 5.2; scenarios 36 and 38). */
class BackfillCyclesTest {

  private static Timetable timetable(String cron) {
    return Timetable.of(Schedule.of(CronExpression.parse(cron), ZoneOffset.UTC));
  }

  /** Scenario 36: 2026-03-09 is a Monday. */
  @ParameterizedTest(name = "bizdate {0}: {1}")
  @CsvSource({"2026-03-08, NORMAL", "2026-03-09, SKIP_CYCLE"})
  void weeklyTaskRunsForTheBusinessDateBeforeItsDay(LocalDate bizdate, SchedulerType type) {
    assertThat(BackfillCycles.ALL.of(timetable("00 00 01 ? * MON"), bizdate).instances())
        .extracting(PlannedInstance::type)
        .containsExactly(type);
  }

  /** Scenario 38. */
  @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
  @CsvSource({
    "00 00 * * * ?,    08:00, 10:00,    3",
    "00 30 * * * ?,    08:00, 10:00,    2",
    "00 */10 * * * ?,  08:00, 08:30,    4",
    "00 00 * * * ?,    00:00, 23:59:59, 24",
    "00 00 * * * ?,    08:01, 08:59,    0",
    // only hour and minute tasks have a window
    "00 00 02 * * ?,   08:00, 10:00,    1",
  })
  void windowChoosesTheCyclesOfAnHourOrMinuteTask(
      String cron, LocalTime from, LocalTime to, int count) {
    // when
    DayPlan plan = new BackfillCycles(from, to).of(timetable(cron), LocalDate.of(2026, 3, 9));
    // then
    assertThat(plan.size()).isEqualTo(count);
    assertThat(plan.instances())
        .allSatisfy(instance -> assertThat(instance.tick().day()).isEqualTo("2026-03-10"));
  }
}
