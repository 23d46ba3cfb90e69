package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.Recurrence;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.flowspec.TriggerType;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** A workflow's trigger (dataworks-semantics 1.5). */
final class ScheduleCheck {
  private static final String TIME_FORM = "uuuu-MM-dd HH:mm:ss";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern(TIME_FORM).withResolverStyle(ResolverStyle.STRICT);

  private final Problems problems;

  ScheduleCheck(Problems problems) {
    this.problems = problems;
  }

  /** The zone that the trigger names, else the workspace's. */
  ZoneId zone(@Nullable SpecTrigger trigger, ZoneId ofWorkspace, String path) {
    if (trigger == null || trigger.timezone() == null) {
      return ofWorkspace;
    }
    String named = trigger.timezone();
    if (ZoneId.getAvailableZoneIds().contains(named)) {
      return ZoneId.of(named);
    }
    String hint = NearMatches.hint(named, ZoneId.getAvailableZoneIds());
    problems.add(
        RejectionCode.UNKNOWN_TIME_ZONE,
        path + ".timezone",
        named,
        "an IANA zone such as Asia/Shanghai" + hint);
    return ofWorkspace;
  }

  /** The timetable of a scheduled kind; nothing for kinds that run when asked. */
  @Nullable Schedule schedule(WorkflowKind kind, @Nullable SpecTrigger trigger, String path) {
    if (!kind.isScheduled()) {
      return null;
    }
    if (trigger == null) {
      problems.add(
          RejectionCode.MISSING_VALUE,
          path,
          "",
          "a trigger with a cron expression, which every " + kind.text() + " has");
      return null;
    }
    checkSupported(trigger, path);
    LocalDateTime start = time(trigger.startTime(), path + ".startTime");
    LocalDateTime end = time(trigger.endTime(), path + ".endTime");
    if (start != null && end != null && end.isBefore(start)) {
      problems.add(
          RejectionCode.INVALID_TIME,
          path + ".endTime",
          trigger.endTime() + "",
          "a time not before startTime");
    }
    Recurrence recurrence = trigger.recurrence() == null ? Recurrence.NORMAL : trigger.recurrence();
    return new Schedule(cron(trigger, path + ".cron"), start, end, recurrence);
  }

  private String cron(SpecTrigger trigger, String path) {
    if (trigger.cron() == null) {
      problems.add(RejectionCode.MISSING_VALUE, path, "", CronCheck.RULE);
      return "";
    }
    String cron = trigger.cron().strip();
    CronCheck.fault(cron)
        .ifPresent(right -> problems.add(RejectionCode.INVALID_CRON, path, cron, right));
    return cron;
  }

  private void checkSupported(SpecTrigger trigger, String path) {
    if (trigger.type() != null && trigger.type() != TriggerType.SCHEDULER) {
      notYet(
          path + ".type",
          trigger.type().text(),
          "type Scheduler, or a document of kind ManualWorkflow");
    }
    if (trigger.delaySeconds() != null && trigger.delaySeconds() != 0) {
      notYet(path + ".delaySeconds", trigger.delaySeconds() + "", "no delay");
    }
    if (trigger.others().values().containsKey("calendarId")) {
      notYet(
          path + ".calendarId",
          trigger.others().values().get("calendarId") + "",
          "the default calendar");
    }
  }

  private void notYet(String path, String value, String expected) {
    problems.add(RejectionCode.FEATURE_NOT_SUPPORTED_YET, path, value, expected);
  }

  private @Nullable LocalDateTime time(@Nullable String written, String path) {
    if (written == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(written, TIME);
    } catch (DateTimeParseException e) {
      problems.add(RejectionCode.INVALID_TIME, path, written, "a time such as 2026-01-31 00:00:00");
      return null;
    }
  }
}
