package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.scheduler.calendar.SchedulingCalendar;
import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.Recurrence;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.DstPolicy;
import io.weirworks.scheduler.recurrence.EffectivePeriod;
import io.weirworks.scheduler.recurrence.MissedTicks;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Triggers of the contract as timetables; registry-service has checked them. */
public final class TimetableMapping {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private TimetableMapping() {}

  /**
   * The timetable of the nodes that follow the workflow's trigger. They are generated together: at
   * once only where each of them is to be (dataworks-semantics 3.3: modes are kept equal).
   *
   * @return null: nothing starts them by the clock
   */
  public static @Nullable Timetable common(WorkflowDefinition workflow) {
    boolean atOnce =
        workflow.getNodes().stream()
            .filter(node -> node.getTrigger() == null && node.getLoopNodeId() == null)
            .allMatch(node -> mode(node) == InstanceMode.IMMEDIATELY);
    return timetable(
        workflow.getTrigger(), workflow, atOnce ? InstanceMode.IMMEDIATELY : InstanceMode.T_PLUS_1);
  }

  /**
   * The timetable that a node has for itself.
   *
   * @return null: it follows the workflow's
   */
  public static @Nullable Timetable own(WorkflowDefinition workflow, NodeDefinition node) {
    return timetable(node.getTrigger(), workflow, mode(node));
  }

  private static InstanceMode mode(NodeDefinition node) {
    return switch (node.getInstanceMode()) {
      case IMMEDIATELY -> InstanceMode.IMMEDIATELY;
      case T_PLUS_1, UNKNOWN -> InstanceMode.T_PLUS_1;
    };
  }

  private static @Nullable Timetable timetable(
      @Nullable Trigger trigger, WorkflowDefinition workflow, InstanceMode mode) {
    if (trigger == null || trigger.getCron() == null) {
      return null;
    }
    String zone = trigger.getTimeZone() == null ? workflow.getTimeZone() : trigger.getTimeZone();
    Schedule schedule =
        new Schedule(
            CronExpression.parse(trigger.getCron()),
            ZoneId.of(zone),
            new EffectivePeriod(
                time(trigger.getStartTime(), EffectivePeriod.UNBOUNDED.start()),
                time(trigger.getEndTime(), EffectivePeriod.UNBOUNDED.end())),
            calendar(trigger.getCalendar()),
            dst(trigger));
    return new Timetable(schedule, recurrence(trigger), mode, missed(trigger));
  }

  private static LocalDateTime time(@Nullable String written, LocalDateTime unbounded) {
    return written == null ? unbounded : LocalDateTime.parse(written, TIME);
  }

  private static SchedulingCalendar calendar(
      io.weirworks.contract.registry.@Nullable SchedulingCalendar calendar) {
    return calendar == null
        ? new SchedulingCalendar.EveryDay()
        : new SchedulingCalendar.Custom(
            calendar.getName(),
            calendar.getFrom() == null ? LocalDate.MIN : LocalDate.parse(calendar.getFrom()),
            calendar.getTo() == null ? LocalDate.MAX : LocalDate.parse(calendar.getTo()),
            calendar.getWeekdays().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
            days(calendar.getHolidays()),
            days(calendar.getDays()));
  }

  private static Set<LocalDate> days(Collection<String> written) {
    return written.stream().map(LocalDate::parse).collect(Collectors.toSet());
  }

  private static DstPolicy dst(Trigger trigger) {
    return new DstPolicy(
        switch (trigger.getDstGap()) {
          case SHIFT_AS_DRY_RUN, UNKNOWN -> DstPolicy.Gap.SHIFT_AS_DRY_RUN;
          case SKIP -> DstPolicy.Gap.SKIP;
        },
        switch (trigger.getDstFold()) {
          case LAST, UNKNOWN -> DstPolicy.Fold.LAST;
          case FIRST -> DstPolicy.Fold.FIRST;
          case BOTH -> DstPolicy.Fold.BOTH;
        });
  }

  private static Recurrence recurrence(Trigger trigger) {
    return switch (trigger.getRecurrence()) {
      case NORMAL, UNKNOWN -> Recurrence.NORMAL;
      case SKIP -> Recurrence.SKIP;
      case PAUSE -> Recurrence.PAUSE;
    };
  }

  private static MissedTicks missed(Trigger trigger) {
    MissedTicks.Policy policy =
        switch (trigger.getMissedTicks()) {
          case ALL, UNKNOWN -> MissedTicks.Policy.ALL;
          case LAST -> MissedTicks.Policy.LAST;
          case NONE -> MissedTicks.Policy.NONE;
        };
    return new MissedTicks(policy, trigger.getMissedTicksPerMinute());
  }
}
