package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.FEATURE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.INVALID_PARAMETER;
import static io.weirworks.registry.decision.RejectionCode.MALFORMED_DOCUMENT;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.OUT_OF_RANGE;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_VALUE;
import static io.weirworks.registry.decision.RejectionCode.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.registry.decision.Problems;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a check node: what it looks for, how often and how long (dataworks-semantics 4.9), as
 * JSON whose shape docs/control-flow.md tells, since the vendor has published none.
 */
final class CheckSettings {
  private static final String FILE = "FILE";
  private static final List<String> KEYS =
      List.of("checkType", "condition", "interval", "intervalUnit", "stopStrategy");
  private static final Map<String, Integer> SECONDS_OF =
      new TreeMap<>(Map.of("SECONDS", 1, "MINUTES", 60));
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final String OF_FILES = "an absolute path or file: URI, ${name} may stand in it";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Problems problems;
  private final String path;

  /**
   * @param path JSON path of the code, under which the paths of its keys are told
   */
  CheckSettings(Problems problems, String path) {
    this.problems = problems;
    this.path = path;
  }

  /** The same settings where a stop time that names no zone is meant in this one. */
  static String meantIn(ZoneId zone, String content) {
    try {
      if (JSON.readTree(content) instanceof ObjectNode settings
          && settings.get("stopStrategy") instanceof ObjectNode stop
          && CheckStop.setZone(stop, zone)) {
        return settings.toString();
      }
    } catch (JsonProcessingException _) {
      // Refused already, with its place.
    }
    return content;
  }

  /** Notes what cannot be followed. */
  void check(String content) {
    JsonNode settings;
    try {
      settings = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      String fault = e.getOriginalMessage().lines().findFirst().orElse("");
      problems.add(MALFORMED_DOCUMENT, path, fault, "one JSON object");
      return;
    }
    if (hasOnly(settings, KEYS, path, problems)) {
      checkObject(settings);
      Duration interval = interval(settings);
      new CheckStop(problems, path + ".stopStrategy")
          .check(settings.path("stopStrategy"), interval);
    }
  }

  private void checkObject(JsonNode settings) {
    String type = settings.path("checkType").asText();
    if (!type.equals(FILE)) {
      problems.add(
          type.isEmpty() ? MISSING_VALUE : FEATURE_NOT_SUPPORTED_YET,
          path + ".checkType",
          type,
          "FILE, a file that the runner's host sees: the only kind so far");
      return;
    }
    JsonNode condition = settings.path("condition");
    String at = path + ".condition";
    if (hasOnly(condition, List.of("path"), at, problems)) {
      checkPath(condition.path("path").asText(), at + ".path");
    }
  }

  private void checkPath(String file, String at) {
    if (file.isBlank()) {
      problems.add(MISSING_VALUE, at, "", OF_FILES);
    } else if (SCHEME.matcher(file).matches() && !file.startsWith("file:")) {
      problems.add(FEATURE_NOT_SUPPORTED_YET, at, file, OF_FILES);
    } else if (!file.startsWith("/") && !file.startsWith("file:/") && !file.startsWith("${")) {
      problems.add(INVALID_PARAMETER, at, file, OF_FILES);
    }
  }

  /** Nothing and a problem where it is out of its bounds. */
  private @Nullable Duration interval(JsonNode settings) {
    String unit = settings.path("intervalUnit").asText("MINUTES");
    Integer seconds = SECONDS_OF.get(unit);
    if (seconds == null) {
      problems.add(UNKNOWN_VALUE, path + ".intervalUnit", unit, "MINUTES or SECONDS");
      return null;
    }
    JsonNode written = settings.path("interval");
    if (written.canConvertToInt() && written.isIntegralNumber()) {
      Duration interval = Duration.ofSeconds((long) written.asInt() * seconds);
      if (interval.compareTo(WorkflowLimits.MIN_CHECK_INTERVAL) >= 0
          && interval.compareTo(WorkflowLimits.MAX_CHECK_INTERVAL) <= 0) {
        return interval;
      }
    }
    problems.add(
        written.isMissingNode() ? MISSING_VALUE : OUT_OF_RANGE,
        path + ".interval",
        written.isMissingNode() ? "" : written.toString(),
        "a whole number from %d to %d %s"
            .formatted(
                WorkflowLimits.MIN_CHECK_INTERVAL.toSeconds() / seconds,
                WorkflowLimits.MAX_CHECK_INTERVAL.toSeconds() / seconds,
                unit));
    return null;
  }

  /** A key that nobody reads would be taken for one that works. */
  static boolean hasOnly(JsonNode object, List<String> keys, String at, Problems problems) {
    String right = "one object of " + String.join(", ", keys);
    if (!object.isObject()) {
      boolean missing = object.isMissingNode();
      problems.add(
          missing ? MISSING_VALUE : WRONG_TYPE, at, missing ? "" : object.toString(), right);
      return false;
    }
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                problems.add(UNKNOWN_VALUE, at + "." + key, key, right);
              }
            });
    return true;
  }
}
