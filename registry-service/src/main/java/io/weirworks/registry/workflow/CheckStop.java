package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.INVALID_TIME;
import static io.weirworks.registry.decision.RejectionCode.OUT_OF_RANGE;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_TIME_ZONE;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a check gives up: at a time of the day or after so many looks (dataworks-semantics 4.9). */
final class CheckStop {
  private static final String AT_TIME = "TIME";
  private static final String AFTER_CHECKS = "CHECKS";
  private static final String TIME_ZONE = "timeZone";

  private final Problems problems;
  private final String path;

  CheckStop(Problems problems, String path) {
    this.problems = problems;
    this.path = path;
  }

  /** Sets the zone of a stop time that names none; false: there is nothing to set. */
  static boolean setZone(ObjectNode stop, ZoneId zone) {
    boolean isUnset = stop.path("type").asText().equals(AT_TIME) && !stop.has(TIME_ZONE);
    if (isUnset) {
      stop.put(TIME_ZONE, zone.getId());
    }
    return isUnset;
  }

  /**
   * Notes what cannot be followed.
   *
   * @param interval from one look to the next; null: it is wrong itself
   */
  void check(JsonNode stop, @Nullable Duration interval) {
    String type = stop.path("type").asText();
    List<String> keys =
        switch (type) {
          case AT_TIME -> List.of("type", "time", TIME_ZONE);
          case AFTER_CHECKS -> List.of("type", "checks");
          default -> List.of("type");
        };
    if (!CheckSettings.hasOnly(stop, keys, path, problems)) {
      return;
    }
    switch (type) {
      case AT_TIME -> checkTime(stop);
      case AFTER_CHECKS -> checkCount(stop.path("checks"), interval);
      default -> problems.add(UNKNOWN_VALUE, path + ".type", type, "TIME or CHECKS");
    }
  }

  private void checkTime(JsonNode stop) {
    String time = stop.path("time").asText();
    try {
      LocalTime.parse(time);
    } catch (DateTimeException _) {
      problems.add(INVALID_TIME, path + ".time", time, "a time of the day such as 23:30");
    }
    String zone = stop.path(TIME_ZONE).asText();
    if (stop.has(TIME_ZONE) && !ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add(
          UNKNOWN_TIME_ZONE, path + "." + TIME_ZONE, zone, "an IANA zone such as Asia/Shanghai");
    }
  }

  private void checkCount(JsonNode checks, @Nullable Duration interval) {
    if (interval == null) {
      return;
    }
    long most = WorkflowLimits.MAX_CHECK_TIME.dividedBy(interval);
    boolean isNumber = checks.isIntegralNumber() && checks.canConvertToInt();
    if (!isNumber || checks.asInt() < 1 || checks.asInt() > most) {
      problems.add(
          OUT_OF_RANGE,
          path + ".checks",
          checks.isMissingNode() ? "" : checks.toString(),
          "1 to %d checks: more do not fit into %d hours at this interval"
              .formatted(most, WorkflowLimits.MAX_CHECK_TIME.toHours()));
    }
  }
}
