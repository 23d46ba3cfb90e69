package io.weirworks.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets that a time zone had over some days by the rules of one version of tzdata: enough to
 * tell later, when the rules are others, which times instances of these days were made for (R23).
 *
 * @param from the first of the days
 * @param offset at its beginning
 * @param changes of the offset since, in order of time
 */
public record ZoneWindow(
    ZoneId zone, String version, LocalDate from, ZoneOffset offset, List<Change> changes) {

  /** Another offset from a moment on. */
  public record Change(Instant at, ZoneOffset offset) {}

  public ZoneWindow {
    changes = List.copyOf(changes);
  }

  /** What rules say of the days from one to another, both included. */
  public static ZoneWindow of(ZoneId zone, KnownRules known, LocalDate from, LocalDate through) {
    ZoneRules rules = known.rules();
    Instant begin = from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = through.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Change> changes = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(begin);
    while (next != null && next.getInstant().isBefore(end)) {
      changes.add(new Change(next.getInstant(), next.getOffsetAfter()));
      next = rules.nextTransition(next.getInstant());
    }
    return new ZoneWindow(zone, known.version(), from, rules.getOffset(begin), changes);
  }

  /** Rules that say the same of these days. */
  public ZoneRules rules() {
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffset before = offset;
    for (Change change : changes) {
      transitions.add(
          ZoneOffsetTransition.of(
              LocalDateTime.ofInstant(change.at(), before), before, change.offset()));
      before = change.offset();
    }
    return ZoneRules.of(offset, offset, List.of(), transitions, List.of());
  }
}
