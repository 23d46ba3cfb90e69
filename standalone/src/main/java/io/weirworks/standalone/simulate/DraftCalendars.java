package io.weirworks.standalone.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.scheduler.calendar.SchedulingCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The custom calendars of a document. A trigger's {@code calendarId} names one; FlowSpec leaves
 * their content to the tenant, so it stands in a key of our own in the document's body: {@code
 * "x-calendars": [{"id", "name", "from", "to", "weekdays": ["MONDAY", …], "holidays":
 * ["2026-01-01", …], "days": ["2026-02-14", …]}]}, of which all but the id may be absent.
 */
final class DraftCalendars {
  static final String KEY = "x-calendars";

  private final Map<String, SchedulingCalendar> byId = new HashMap<>();
  private final Problems problems;

  DraftCalendars(FlowSpec document, Problems problems) {
    this.problems = problems;
    JsonNode written = document.body().others().values().get(KEY);
    for (int i = 0; written != null && i < written.size(); i++) {
      String path = document.bodyPath() + "." + KEY + "[" + i + "]";
      byId.put(written.get(i).path("id").asText(), read(written.get(i), path));
    }
  }

  SchedulingCalendar calendar(SpecTrigger trigger, String path) {
    JsonNode id = trigger.others().values().get("calendarId");
    if (id == null || id.isNull() || id.asText().equals("0")) {
      return new SchedulingCalendar.EveryDay();
    }
    SchedulingCalendar calendar = byId.get(id.asText());
    if (calendar == null) {
      problems.add(
          RejectionCode.UNRESOLVED_REFERENCE,
          path + ".calendarId",
          id.asText(),
          "the id of a calendar in the document's " + KEY + ", or none for the default calendar");
      return new SchedulingCalendar.EveryDay();
    }
    return calendar;
  }

  private SchedulingCalendar read(JsonNode written, String path) {
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (JsonNode weekday : written.path("weekdays")) {
      weekdays.add(weekday(weekday.asText(), path + ".weekdays"));
    }
    return new SchedulingCalendar.Custom(
        written.path("name").asText(written.path("id").asText()),
        written.has("from") ? date(written.get("from"), path + ".from") : LocalDate.MIN,
        written.has("to") ? date(written.get("to"), path + ".to") : LocalDate.MAX,
        weekdays,
        dates(written.path("holidays"), path + ".holidays"),
        dates(written.path("days"), path + ".days"));
  }

  private Set<LocalDate> dates(JsonNode written, String path) {
    Set<LocalDate> dates = new LinkedHashSet<>();
    for (JsonNode date : written) {
      dates.add(date(date, path));
    }
    return dates;
  }

  private LocalDate date(JsonNode written, String path) {
    try {
      return LocalDate.parse(written.asText());
    } catch (DateTimeException e) {
      problems.add(RejectionCode.INVALID_TIME, path, written.asText(), "a date such as 2026-01-31");
      return LocalDate.EPOCH;
    }
  }

  private DayOfWeek weekday(String written, String path) {
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = written.toUpperCase(Locale.ROOT);
      if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
        return day;
      }
    }
    problems.add(RejectionCode.UNKNOWN_VALUE, path, written, "a weekday such as MONDAY");
    return DayOfWeek.MONDAY;
  }
}
