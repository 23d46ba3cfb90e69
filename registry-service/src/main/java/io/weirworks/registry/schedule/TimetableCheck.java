package io.weirworks.registry.schedule;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trigger (dataworks-semantics 1.5, 3.10). What FlowSpec has no word for stands in keys of our
 * own: {@code "x-dstPolicy": {"gap": "SHIFT_AS_DRY_RUN" | "SKIP", "fold": "LAST" | "FIRST" |
 * "BOTH"}} and {@code "x-missedTicks": {"policy": "ALL" | "LAST" | "NONE", "perMinute": 60}}.
 */
public final class TimetableCheck {
  private static final String DST = "x-dstPolicy";
  private static final String MISSED = "x-missedTicks";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId ofWorkspace;
  private final CalendarSection calendars;
  private final Problems problems;

  /**
   * @param ofWorkspace zone of triggers that name none
   * @param calendars those of the document
   */
  public TimetableCheck(ZoneId ofWorkspace, CalendarSection calendars, Problems problems) {
    this.ofWorkspace = ofWorkspace;
    this.calendars = calendars;
    this.problems = problems;
  }

  /** The zone that the trigger names, else the workspace's. */
  public ZoneId zone(@Nullable SpecTrigger trigger, String path) {
    String named = trigger == null ? null : trigger.timezone();
    if (named == null) {
      return ofWorkspace;
    }
    Optional<ZoneId> zone = zone(named);
    if (zone.isEmpty()) {
      String hint = NearMatches.hint(named, ZoneId.getAvailableZoneIds());
      problems.add(
          RejectionCode.UNKNOWN_TIME_ZONE,
          path + ".timezone",
          named,
          "an IANA zone such as Asia/Shanghai" + hint);
    }
    return zone.orElse(ofWorkspace);
  }

  /** The IANA zone; exports also write {@code Asia/shanghai}, so letter case does not matter. */
  private static Optional<ZoneId> zone(String named) {
    if (ZoneId.getAvailableZoneIds().contains(named)) {
      return Optional.of(ZoneId.of(named));
    }
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.equalsIgnoreCase(named))
        .findFirst()
        .map(ZoneId::of);
  }

  /** The timetable that a trigger says; what is wrong with it is a problem. */
  public Timetable timetable(SpecTrigger trigger, String path) {
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
    Schedule schedule =
        new Schedule(
            cron(trigger, path + ".cron"),
            start,
            end,
            trigger.recurrence() == null ? Recurrence.NORMAL : trigger.recurrence(),
            dst(trigger, path),
            calendars.calendar(trigger, path),
            missed(trigger, path));
    return new Timetable(schedule, zone(trigger, path));
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
  }

  private void notYet(String path, String value, String expected) {
    problems.add(RejectionCode.FEATURE_NOT_SUPPORTED_YET, path, value, expected);
  }

  private DstPolicy dst(SpecTrigger trigger, String path) {
    ExtensionKeys keys = ExtensionKeys.of(trigger, DST, List.of("gap", "fold"), path, problems);
    return keys == null
        ? DstPolicy.DOCUMENTED
        : new DstPolicy(
            keys.term("gap", DstPolicy.DOCUMENTED.gap()),
            keys.term("fold", DstPolicy.DOCUMENTED.fold()));
  }

  private MissedTicks missed(SpecTrigger trigger, String path) {
    ExtensionKeys keys =
        ExtensionKeys.of(trigger, MISSED, List.of("policy", "perMinute"), path, problems);
    return keys == null
        ? MissedTicks.ALL
        : new MissedTicks(
            keys.term("policy", MissedTicks.ALL.policy()),
            keys.number("perMinute", 1, MissedTicks.MOST_PER_MINUTE, MissedTicks.ALL.perMinute()));
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
