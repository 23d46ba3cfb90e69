package io.weirworks.registry.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One calendar of a document. */
record CalendarCheck(JsonNode written, String path, Problems problems) {
  private static final int LONGEST_NAME = 100;

  /** Ours: a definition repeats its calendar at each node that has a schedule of its own. */
  private static final int MOST_DATES = 1_000;

  SchedulingCalendar calendar(String id) {
    String name = written.path("name").asText(id);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      add(
          RejectionCode.OUT_OF_RANGE,
          "name",
          name,
          "a name of 1 to " + LONGEST_NAME + " characters");
    }
    LocalDate from = date("from");
    LocalDate to = date("to");
    if (from != null && to != null && to.isBefore(from)) {
      add(RejectionCode.INVALID_TIME, "to", to.toString(), "a day not before from");
    }
    return new SchedulingCalendar(name, from, to, weekdays(), dates("holidays"), dates("days"));
  }

  private @Nullable LocalDate date(String key) {
    JsonNode value = written.path(key);
    return value.isMissingNode() || value.isNull() ? null : date(value, key);
  }

  private @Nullable LocalDate date(JsonNode value, String key) {
    try {
      if (value.asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
        return LocalDate.parse(value.asText());
      }
    } catch (DateTimeException e) {
      // told below, as what has not even the form of a date is
    }
    add(RejectionCode.INVALID_TIME, key, value.asText(), "a date such as 2026-01-31");
    return null;
  }

  private SortedSet<LocalDate> dates(String key) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    JsonNode all = list(key);
    if (all.size() > MOST_DATES) {
      add(RejectionCode.OUT_OF_RANGE, key, all.size() + " dates", "at most " + MOST_DATES);
      return dates;
    }
    for (int i = 0; i < all.size(); i++) {
      LocalDate date = date(all.get(i), key + "[" + i + "]");
      if (date != null) {
        dates.add(date);
      }
    }
    return dates;
  }

  private SortedSet<DayOfWeek> weekdays() {
    SortedSet<DayOfWeek> weekdays = new TreeSet<>();
    JsonNode all = list("weekdays");
    for (int i = 0; i < all.size(); i++) {
      DayOfWeek weekday = weekday(all.get(i).asText());
      if (weekday == null) {
        add(
            RejectionCode.UNKNOWN_VALUE,
            "weekdays[" + i + "]",
            all.get(i).asText(),
            "a weekday such as MONDAY or MON");
      } else {
        weekdays.add(weekday);
      }
    }
    return weekdays;
  }

  private static @Nullable DayOfWeek weekday(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
        return day;
      }
    }
    return null;
  }

  private JsonNode list(String key) {
    JsonNode value = written.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
      add(RejectionCode.WRONG_TYPE, key, value.toString(), "a list");
    }
    return value;
  }

  private void add(RejectionCode code, String key, String value, String expected) {
    problems.add(code, path + "." + key, value, expected);
  }
}
