package io.weirworks.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.MovingZone;
import io.weirworks.scheduler.recurrence.Schedule;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Deploy;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Generate;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Replan;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstanceRescheduled;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.Place;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** tzdata is updated between two starts (R23). The 11th was made by an offset of zero. */
class ReplanningTest {
  private static final WorkflowId WORKFLOW = new WorkflowId("wf");
  private static final Instant NIGHT = Instant.parse("2026-03-10T23:30:00Z");
  private static final Instant MORNING = Instant.parse("2026-03-11T10:10:00Z");
  private static final String DAILY = "00 00 12 * * ?";

  private final ZoneId zone = MovingZone.with("t1", ZoneOffset.UTC);
  private final Map<WorkflowInstanceId, Instant> there = new HashMap<>();
  private final List<InstanceRescheduled> moves = new ArrayList<>();
  private @Nullable WorkflowSchedule schedule;
  private @Nullable Instant timer;
  private int decisions;

  private void send(String cron, WorkflowScheduleCommand command, Instant now) {
    Timetable timetable = Timetable.of(Schedule.of(CronExpression.parse(cron), zone));
    var decider = new WorkflowScheduleDecider(_ -> timetable, 10, ZoneRulesSource::ofThisProcess);
    WorkflowScheduleDecision decision = decider.decide(schedule, command, now);
    decisions++;
    for (WorkflowScheduleEvent event : decision.events()) {
      schedule =
          event instanceof WorkflowScheduleEvent.WorkflowScheduled scheduled
              ? WorkflowSchedule.created(scheduled)
              : it().evolve(event);
      if (event instanceof InstanceRescheduled moved) {
        moves.add(moved);
        Place from = moved.from();
        if (from != null) {
          assertThat(there.remove(from.workflowInstance())).isEqualTo(from.time());
        }
      }
    }
    decision
        .instances()
        .forEach(made -> there.put(made.id(WORKFLOW, new Part.Common()), made.tick().time()));
    timer = decision.nextGeneration();
    if (decision.rest() != null) {
      send(cron, decision.rest(), now);
    }
  }

  private WorkflowSchedule it() {
    return Objects.requireNonNull(schedule);
  }

  private void make(String cron) {
    Instant before = Instant.parse("2026-03-09T10:00:00Z");
    send(cron, new Deploy(WORKFLOW, new Part.Common(), new InForce(before, 1)), before);
    send(cron, new Generate(), NIGHT);
  }

  private static String told(InstanceRescheduled move) {
    Place from = move.from();
    Place to = move.to();
    return (from == null ? "none" : from.time()) + " > " + (to == null ? "none" : to.time());
  }

  @ParameterizedTest
  @CsvSource({
    // not begun: later, earlier, and earlier than now
    "00 00 12 * * ?, -01:00, 2026-03-11T12:00:00Z > 2026-03-11T13:00:00Z",
    "00 00 12 * * ?, +01:00, 2026-03-11T12:00:00Z > 2026-03-11T11:00:00Z",
    "00 00 12 * * ?, +02:00, 2026-03-11T12:00:00Z > 2026-03-11T10:00:00Z",
    // begun
    "00 00 10 * * ?, -01:00, ",
    // what has the same time stays
    "'00 00 12,13 * * ?', -01:00, 2026-03-11T12:00:00Z > 2026-03-11T14:00:00Z",
    // other rules that say the same
    "00 00 12 * * ?, Z, ",
  })
  void instanceThatHasNotBegunMovesToItsTimeByTheNewRules(
      String cron, String offset, @Nullable String moved) {
    // given
    make(cron);
    // when
    MovingZone.with("t2", ZoneOffset.of(offset));
    send(cron, new Replan(0), MORNING);
    // then
    assertThat(moves.stream().map(ReplanningTest::told))
        .isEqualTo(moved == null ? List.of() : List.of(moved));
    assertThat(Objects.requireNonNull(it().rules()).version()).isEqualTo("t2");
    assertThat(moves)
        .allSatisfy(
            move -> {
              assertThat(move.bizdate()).isEqualTo(LocalDate.of(2026, 3, 10));
              assertThat(move.reason()).contains("Test/Moving", "t1", "t2");
            });
    // when: asked again
    send(cron, new Replan(0), MORNING);
    // then
    assertThat(moves).hasSize(moved == null ? 0 : 1);
  }

  @Test
  void nightThatFindsOtherRulesPlansAnewFirstAndIsDueStill() {
    // given
    make(DAILY);
    Instant late = Instant.parse("2026-03-11T11:45:00Z");
    // when
    MovingZone.with("t2", ZoneOffset.of("-13:00"));
    send(DAILY, new Generate(), late);
    // then
    assertThat(moves.stream().map(ReplanningTest::told))
        .containsExactly("2026-03-11T12:00:00Z > 2026-03-12T01:00:00Z");
    assertThat(timer).isAfter(late);
    // when
    send(DAILY, new Generate(), Objects.requireNonNull(timer));
    // then
    assertThat(there.values()).contains(Instant.parse("2026-03-13T01:00:00Z"));
  }

  @Test
  void planOfManyInstancesIsCutIntoPortionsAndToldInOrder() {
    // given
    make("00 */10 * * * ?");
    decisions = 0;
    // when
    MovingZone.with("t2", ZoneOffset.ofHoursMinutes(0, -5));
    send("00 */10 * * * ?", new Replan(0), MORNING);
    // then
    assertThat(moves).hasSize(82).isSortedAccordingTo((a, b) -> told(a).compareTo(told(b)));
    assertThat(it().sequence()).isEqualTo(2 + 82);
    assertThat(decisions).isGreaterThan(16);
  }

  /** Whatever the offset becomes: as many as before, and all that is ahead is as planned now. */
  @Property(tries = 300, seed = "23")
  void noneIsLost(
      @ForAll @IntRange(min = -72, max = 72) int tenMinutes,
      @ForAll @IntRange(min = 0, max = 1439) int minute) {
    for (String cron : List.of(DAILY, "00 00 * * * ?", "00 */30 * * * ?")) {
      // given
      MovingZone.with("t1", ZoneOffset.UTC);
      schedule = null;
      there.clear();
      make(cron);
      int before = there.size();
      Instant now = Instant.parse("2026-03-11T00:00:00Z").plusSeconds(60L * minute);
      // when
      MovingZone.with("t2", ZoneOffset.ofTotalSeconds(600 * tenMinutes));
      send(cron, new Replan(0), now);
      // then
      Schedule planned = Schedule.of(CronExpression.parse(cron), zone);
      assertThat(there).hasSize(before);
      assertThat(there.values().stream().filter(now::isBefore))
          .isSubsetOf(
              planned.ticks(LocalDate.of(2026, 3, 11)).stream().map(tick -> tick.time()).toList());
    }
  }
}
