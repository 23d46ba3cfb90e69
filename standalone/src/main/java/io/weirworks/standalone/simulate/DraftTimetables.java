package io.weirworks.standalone.simulate;

import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecStrategy;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.flowspec.TriggerType;
import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.Recurrence;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.EffectivePeriod;
import io.weirworks.scheduler.recurrence.InvalidCronException;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timetables of a document's nodes (dataworks-semantics 1.5). */
final class DraftTimetables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId workspaceZone;
  private final DraftCalendars calendars;
  private final Problems problems;

  DraftTimetables(ZoneId workspaceZone, DraftCalendars calendars, Problems problems) {
    this.workspaceZone = workspaceZone;
    this.calendars = calendars;
    this.problems = problems;
  }

  /** The workflow's trigger rules, else the node's; nothing for a node that runs when asked. */
  Optional<Timetable> timetable(DraftFlow flow, DraftFlow.Placed placed) {
    SpecNode node = placed.node();
    boolean ofFlow = flow.trigger() != null;
    SpecTrigger trigger = ofFlow ? flow.trigger() : node.trigger();
    String path = (ofFlow ? flow.path() : placed.path()) + ".trigger";
    if (trigger == null) {
      problems.add(
          RejectionCode.MISSING_VALUE,
          path,
          "",
          "a trigger with a cron expression, of the node or of its workflow");
      return Optional.empty();
    }
    if (trigger.type() != null && trigger.type() != TriggerType.SCHEDULER) {
      return Optional.empty();
    }
    if (trigger.delaySeconds() != null && trigger.delaySeconds() != 0) {
      problems.add(
          RejectionCode.FEATURE_NOT_SUPPORTED_YET,
          path + ".delaySeconds",
          trigger.delaySeconds().toString(),
          "no delay");
    }
    return schedule(trigger, path)
        .map(
            schedule ->
                new Timetable(schedule, recurrence(node, trigger), mode(node, flow.strategy())));
  }

  private Optional<Schedule> schedule(SpecTrigger trigger, String path) {
    Optional<CronExpression> cron = cron(trigger, path + ".cron");
    ZoneId zone = zone(trigger, path + ".timezone");
    EffectivePeriod effective = effective(trigger, path);
    var calendar = calendars.calendar(trigger, path);
    var dst = DraftDst.policy(trigger, path, problems);
    return cron.map(expression -> new Schedule(expression, zone, effective, calendar, dst));
  }

  private Optional<CronExpression> cron(SpecTrigger trigger, String path) {
    if (trigger.cron() == null) {
      problems.add(
          RejectionCode.MISSING_VALUE,
          path,
          "",
          "six fields: second minute hour day-of-month month day-of-week");
      return Optional.empty();
    }
    try {
      return Optional.of(CronExpression.parse(trigger.cron()));
    } catch (InvalidCronException e) {
      problems.add(
          RejectionCode.INVALID_CRON,
          path,
          trigger.cron(),
          "%s, not '%s' in its %s"
              .formatted(e.fault().expected(), e.fault().value(), e.fault().field()));
      return Optional.empty();
    }
  }

  private ZoneId zone(SpecTrigger trigger, String path) {
    if (trigger.timezone() == null) {
      return workspaceZone;
    }
    String written = trigger.timezone();
    Optional<ZoneId> zone = Zones.named(written);
    if (zone.isEmpty()) {
      String hint = NearMatches.hint(written, ZoneId.getAvailableZoneIds());
      problems.add(
          RejectionCode.UNKNOWN_TIME_ZONE,
          path,
          written,
          "an IANA zone such as Asia/Shanghai" + hint);
    }
    return zone.orElse(workspaceZone);
  }

  private EffectivePeriod effective(SpecTrigger trigger, String path) {
    LocalDateTime start = time(trigger.startTime(), path + ".startTime");
    LocalDateTime end = time(trigger.endTime(), path + ".endTime");
    if (start != null && end != null && end.isBefore(start)) {
      problems.add(
          RejectionCode.INVALID_TIME,
          path + ".endTime",
          end.toString(),
          "a time not before startTime");
    }
    return new EffectivePeriod(
        start == null ? EffectivePeriod.UNBOUNDED.start() : start,
        end == null ? EffectivePeriod.UNBOUNDED.end() : end);
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

  /** The first that says more than Normal: the node, its own trigger, the trigger that rules it. */
  private static Recurrence recurrence(SpecNode node, SpecTrigger ruling) {
    return Stream.of(
            Optional.ofNullable(node.recurrence()),
            Optional.ofNullable(node.trigger()).map(SpecTrigger::recurrence),
            Optional.ofNullable(ruling.recurrence()))
        .flatMap(Optional::stream)
        .map(DraftTimetables::recurrence)
        .filter(recurrence -> recurrence != Recurrence.NORMAL)
        .findFirst()
        .orElse(Recurrence.NORMAL);
  }

  private static Recurrence recurrence(io.weirworks.registry.flowspec.Recurrence written) {
    return switch (written) {
      case NORMAL -> Recurrence.NORMAL;
      case SKIP -> Recurrence.SKIP;
      case PAUSE -> Recurrence.PAUSE;
    };
  }

  private static InstanceMode mode(SpecNode node, @Nullable SpecStrategy ofWorkflow) {
    var own = node.strategy().instanceMode();
    var effective = own == null && ofWorkflow != null ? ofWorkflow.instanceMode() : own;
    return effective == io.weirworks.registry.flowspec.InstanceMode.IMMEDIATELY
        ? InstanceMode.IMMEDIATELY
        : InstanceMode.T_PLUS_1;
  }
}
