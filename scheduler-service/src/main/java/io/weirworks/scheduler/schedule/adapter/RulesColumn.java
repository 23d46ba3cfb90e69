package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.scheduler.adapter.Micros;
import io.weirworks.scheduler.recurrence.ZoneWindow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The rules of the zone that a schedule's instances were made by, in its JSON column.
 *
 * @param from first day, yyyy-MM-dd
 * @param offset at its beginning, in seconds
 */
record RulesColumn(String zone, String version, String from, int offset, List<Change> changes) {

  /** Another offset in seconds from a moment on, in microseconds since the epoch. */
  record Change(long at, int offset) {}

  static RulesColumn of(ZoneWindow rules) {
    return new RulesColumn(
        rules.zone().getId(),
        rules.version(),
        rules.from().toString(),
        rules.offset().getTotalSeconds(),
        rules.changes().stream()
            .map(each -> new Change(Micros.of(each.at()), each.offset().getTotalSeconds()))
            .toList());
  }

  ZoneWindow rules() {
    return new ZoneWindow(
        ZoneId.of(zone),
        version,
        LocalDate.parse(from),
        ZoneOffset.ofTotalSeconds(offset),
        changes.stream()
            .map(
                each ->
                    new ZoneWindow.Change(
                        Micros.time(each.at()), ZoneOffset.ofTotalSeconds(each.offset())))
            .toList());
  }
}
