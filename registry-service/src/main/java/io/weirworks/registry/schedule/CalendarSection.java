package io.weirworks.registry.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecTrigger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The custom calendars of a document. A trigger's {@code calendarId} names one; FlowSpec leaves
 * their content to the tenant, so it stands in a key of our own in the document's body: {@code
 * "x-calendars": [{"id", "name", "from", "to", "weekdays": ["MONDAY", …], "holidays":
 * ["2026-01-01", …], "days": ["2026-02-14", …]}]}, of which all but the id may be absent.
 */
public final class CalendarSection {
  static final String KEY = "x-calendars";
  private static final String CALENDAR_ID = "calendarId";

  /** The id of the vendor's default calendar. */
  private static final String DEFAULT = "0";

  private final Map<String, SchedulingCalendar> byId = new HashMap<>();
  private final Problems problems;

  /** Reads the calendars of {@code document}. */
  public CalendarSection(FlowSpec document, Problems problems) {
    this.problems = problems;
    JsonNode written = document.body().others().values().get(KEY);
    String path = document.bodyPath() + "." + KEY;
    if (written != null && !written.isArray()) {
      problems.add(RejectionCode.WRONG_TYPE, path, written.toString(), "a list of calendars");
    }
    for (int i = 0; written != null && written.isArray() && i < written.size(); i++) {
      add(written.get(i), path + "[" + i + "]");
    }
  }

  private void add(JsonNode written, String path) {
    if (!written.isObject()) {
      problems.add(RejectionCode.WRONG_TYPE, path, written.toString(), "a calendar: an object");
      return;
    }
    String id = written.path("id").asText("");
    if (id.isBlank()) {
      problems.add(
          RejectionCode.MISSING_VALUE, path + ".id", "", "the id by which triggers name it");
    } else if (id.equals(DEFAULT)) {
      problems.add(
          RejectionCode.CONFLICTING_VALUE,
          path + ".id",
          id,
          "another id: this one is the default calendar's");
    } else if (byId.put(id, new CalendarCheck(written, path, problems).calendar(id)) != null) {
      problems.add(RejectionCode.DUPLICATE_ID, path + ".id", id, "an id of its own");
    }
  }

  /** The calendar that a trigger names; absent: the default one, on which every day counts. */
  @Nullable SchedulingCalendar calendar(SpecTrigger trigger, String path) {
    JsonNode id = trigger.others().values().get(CALENDAR_ID);
    if (id == null || id.isNull() || id.asText().equals(DEFAULT)) {
      return null;
    }
    SchedulingCalendar calendar = byId.get(id.asText());
    if (calendar == null) {
      problems.add(
          RejectionCode.UNRESOLVED_REFERENCE,
          path + "." + CALENDAR_ID,
          id.asText(),
          "the id of a calendar in the document's "
              + KEY
              + ", or none for the default calendar"
              + NearMatches.hint(id.asText(), byId.keySet()));
    }
    return calendar;
  }
}
