package io.weirworks.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.Recurrence;
import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.MissedTicks;
import io.weirworks.scheduler.recurrence.Schedule;
import io.weirworks.scheduler.recurrence.Tick;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Deploy;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Generate;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Undeploy;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstancesGenerated;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schedule makes, and when (dataworks-semantics 3.3). */
class WorkflowScheduleDeciderTest {
  private static final WorkflowId WORKFLOW = new WorkflowId("wf");
  private static final String DAILY = "00 00 02 * * ?";

  private final Map<Integer, Timetable> versions = new HashMap<>();
  private final WorkflowScheduleDecider decider =
      new WorkflowScheduleDecider(this::timetable, 10, ZoneRulesSource::ofThisProcess);
  private final List<GeneratedInstance> made = new ArrayList<>();
  private final List<InstancesGenerated> nights = new ArrayList<>();
  private @Nullable WorkflowSchedule schedule;
  private @Nullable Instant timer;
  private int decisions;

  private Timetable timetable(int version) {
    return Objects.requireNonNull(versions.get(version));
  }

  private void deploy(int version, String at, String cron, InstanceMode mode, MissedTicks missed) {
    versions.put(
        version,
        new Timetable(
            Schedule.of(CronExpression.parse(cron), ZoneOffset.UTC),
            Recurrence.NORMAL,
            mode,
            missed));
    Instant time = Instant.parse(at);
    send(new Deploy(WORKFLOW, new Part.Common(), new InForce(time, version)), time);
  }

  private void deploy(int version, String at, String cron, InstanceMode mode) {
    deploy(version, at, cron, mode, MissedTicks.ALL_AT_DEFAULT_RATE);
  }

  private void send(WorkflowScheduleCommand command, Instant now) {
    WorkflowScheduleDecision decision = decider.decide(schedule, command, now);
    decisions++;
    for (WorkflowScheduleEvent event : decision.events()) {
      schedule =
          schedule == null
              ? WorkflowSchedule.created((WorkflowScheduleEvent.WorkflowScheduled) event)
              : schedule.evolve(event);
      if (event instanceof InstancesGenerated generated) {
        nights.add(generated);
      }
    }
    made.addAll(decision.instances());
    timer = decision.nextGeneration();
    if (decision.rest() != null) {
      send(decision.rest(), now);
    }
  }

  /** Fires the timer whenever it is due, until it is due after this moment. */
  private void until(String end) {
    while (timer != null && !timer.isAfter(Instant.parse(end))) {
      send(new Generate(), timer);
    }
  }

  private Stream<String> times() {
    return made.stream().map(instance -> instance.tick().time().toString());
  }

  /** Scenario 4. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-10T23:20:00Z, 2026-03-11T02:00:00Z",
    "2026-03-10T23:40:00Z, 2026-03-12T02:00:00Z",
    "2026-03-10T00:10:00Z, 2026-03-11T02:00:00Z"
  })
  void deploymentBeforeTheNightHasInstancesFromTheNextDay(String deployed, String first) {
    // given
    deploy(1, deployed, DAILY, InstanceMode.T_PLUS_1);
    // when
    until("2026-03-12T23:00:00Z");
    // then
    assertThat(times()).first().isEqualTo(first);
    assertThat(timer).isEqualTo("2026-03-12T23:30:00Z");
  }

  /** Scenario 5. */
  @Test
  void immediateDeploymentMakesTheRestOfTheDayAndMarksWhatIsTooLateOfANewNode() {
    // given
    deploy(1, "2026-03-10T10:00:00Z", "00 05/25 10 * * ?", InstanceMode.IMMEDIATELY);
    // when
    until("2026-03-10T12:00:00Z");
    // then
    assertThat(times())
        .containsExactly("2026-03-10T10:05:00Z", "2026-03-10T10:30:00Z", "2026-03-10T10:55:00Z");
    assertThat(made)
        .extracting(GeneratedInstance::type)
        .containsExactly(
            SchedulerType.REALTIME_DEPRECATED, SchedulerType.NORMAL, SchedulerType.NORMAL);
  }

  /** Scenario 5. */
  @Test
  void modifiedWorkflowGetsNothingForThePastAndLosesWhatHasNoTimeAnyMore() {
    // given
    deploy(1, "2026-03-09T10:00:00Z", "00 00 09,11,13 * * ?", InstanceMode.IMMEDIATELY);
    until("2026-03-09T23:30:00Z");
    made.clear();
    // when
    deploy(2, "2026-03-10T10:00:00Z", "00 00 08,13,15 * * ?", InstanceMode.IMMEDIATELY);
    until("2026-03-10T12:00:00Z");
    // then
    assertThat(times()).containsExactly("2026-03-10T13:00:00Z", "2026-03-10T15:00:00Z");
    assertThat(nights.getLast().superseded())
        .containsExactly(
            GeneratedInstance.id(
                WORKFLOW,
                new Part.Common(),
                timetable(1).schedule().ticks(LocalDate.of(2026, 3, 10)).get(1)));
  }

  /** R7. */
  @Test
  void timerThatFiresTwiceMakesNothingTwice() {
    // given
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    until("2026-03-10T23:30:00Z");
    // when
    send(new Generate(), Instant.parse("2026-03-10T23:31:00Z"));
    send(new Generate(), Instant.parse("2026-03-10T23:00:00Z"));
    // then
    assertThat(times()).containsExactly("2026-03-11T02:00:00Z");
    assertThat(nights).hasSize(1);
  }

  /** R22: 26 hours down. */
  @ParameterizedTest
  @CsvSource({"ALL, 27, 27, 0", "LAST, 1, 1, 26", "NONE, 0, 0, 27"})
  void nightsThatNobodyWasThereForAreMadeUpAsThePolicySays(
      MissedTicks.Policy policy, int past, int madeUp, int leftOut) {
    // given
    deploy(
        1,
        "2026-03-10T10:00:00Z",
        "00 00 * * * ?",
        InstanceMode.T_PLUS_1,
        new MissedTicks(policy, 60));
    // when
    Instant up = Instant.parse("2026-03-12T02:10:00Z");
    send(new Generate(), up);
    // then
    assertThat(made.stream().filter(each -> each.tick().time().isBefore(up))).hasSize(past);
    assertThat(made.stream().filter(each -> each.tick().time().isAfter(up))).hasSize(21);
    assertThat(nights)
        .singleElement()
        .satisfies(
            night -> {
              assertThat(night.madeUp()).isEqualTo(madeUp);
              assertThat(night.leftOut()).isEqualTo(leftOut);
            });
    assertThat(missing()).hasSize(leftOut).noneMatch(id -> ids().anyMatch(id::equals));
  }

  /** The workflow instances of both days that the schedule knows as left out. */
  private List<WorkflowInstanceId> missing() {
    WorkflowSchedule it = Objects.requireNonNull(schedule);
    return Stream.of(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 12))
        .map(((Timetables) this::timetable).history(it)::on)
        .flatMap(
            day ->
                day.instances().stream()
                    .map(each -> GeneratedInstance.id(WORKFLOW, it.part(), each.tick()))
                    .filter(id -> it.leavesOut(id, day)))
        .toList();
  }

  private Stream<WorkflowInstanceId> ids() {
    return made.stream().map(each -> each.id(WORKFLOW, new Part.Common()));
  }

  /** R22: a cycle that was left out is none (3.7): the last that was made counts. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-12T02:00:00Z, 2026-03-12T02:00:00Z",
    "2026-03-12T01:00:00Z, 2026-03-10T23:00:00Z",
    "2026-03-11T00:00:00Z, 2026-03-10T23:00:00Z"
  })
  void ownCycleBeforeIsTheLastThatWasNotLeftOut(String before, String counts) {
    // given: the night of the 10th was there, the next was missed
    deploy(
        1,
        "2026-03-09T10:00:00Z",
        "00 00 * * * ?",
        InstanceMode.T_PLUS_1,
        new MissedTicks(MissedTicks.Policy.LAST, 60));
    until("2026-03-09T23:30:00Z");
    send(new Generate(), Instant.parse("2026-03-12T02:10:00Z"));
    // when
    WorkflowSchedule it = Objects.requireNonNull(schedule);
    Tick tick =
        timetable(1).schedule().firstAfter(Instant.parse(before).minusMillis(1)).orElseThrow();
    // then
    assertThat(it.lastMade(tick, ((Timetables) this::timetable).history(it)).map(Tick::time))
        .contains(Instant.parse(counts));
  }

  @Test
  void missedInstancesAreReleasedAtTheirRate() {
    // given
    deploy(
        1,
        "2026-03-10T10:00:00Z",
        "00 00 * * * ?",
        InstanceMode.T_PLUS_1,
        new MissedTicks(MissedTicks.Policy.ALL, 2));
    // when
    Instant up = Instant.parse("2026-03-11T01:30:00Z");
    send(new Generate(), up);
    // then
    assertThat(made.stream().limit(3).map(GeneratedInstance::notBefore))
        .containsExactly(up, up.plusSeconds(30), Instant.parse("2026-03-11T02:00:00Z"));
  }

  @Test
  void generationIsCutIntoPortionsAndLosesNothing() {
    // given
    deploy(1, "2026-03-10T10:00:00Z", "00 */10 * * * ?", InstanceMode.T_PLUS_1);
    // when
    until("2026-03-10T23:30:00Z");
    // then
    assertThat(made).hasSize(144).doesNotHaveDuplicates();
    assertThat(decisions).isGreaterThanOrEqualTo(15);
    assertThat(nights).singleElement().extracting(InstancesGenerated::instances).isEqualTo(144);
  }

  @Test
  void instanceIsOfTheVersionThatItsNightSaw() {
    // given
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    until("2026-03-10T23:30:00Z");
    // when
    deploy(2, "2026-03-10T23:45:00Z", DAILY, InstanceMode.T_PLUS_1);
    until("2026-03-12T00:00:00Z");
    // then
    assertThat(made).extracting(GeneratedInstance::version).containsExactly(1, 2);
  }

  @Test
  void undeployedWorkflowHasNoInstancesUntilItIsDeployedAgain() {
    // given
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    // when
    send(
        new Undeploy(Instant.parse("2026-03-10T12:00:00Z"), 1),
        Instant.parse("2026-03-10T12:00:00Z"));
    // then
    assertThat(timer).isNull();
    // when
    deploy(2, "2026-03-14T12:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    until("2026-03-14T23:59:00Z");
    // then
    assertThat(times()).containsExactly("2026-03-15T02:00:00Z");
  }

  @Test
  void repeatedDeploymentChangesNothing() {
    // given
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    // when
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    // then
    assertThat(Objects.requireNonNull(schedule).sequence()).isOne();
    assertThat(Objects.requireNonNull(schedule).versions()).hasSize(1);
  }

  /** What is told at least once may be told again after what followed it. */
  @Test
  void lateRepetitionOfADeploymentOrAnUndeploymentChangesNothing() {
    // given
    Instant noon = Instant.parse("2026-03-10T12:00:00Z");
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    send(new Undeploy(noon, 1), noon);
    // when
    deploy(1, "2026-03-10T10:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    // then
    assertThat(Objects.requireNonNull(schedule).isInForce()).isFalse();
    // when
    deploy(2, "2026-03-10T13:00:00Z", DAILY, InstanceMode.T_PLUS_1);
    send(new Undeploy(noon, 1), noon);
    // then
    assertThat(Objects.requireNonNull(schedule).isInForce()).isTrue();
  }
}
