package io.weirworks.executor.nodetype;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A check node that looks for a file (dataworks-semantics 4.9): a process of its own, so that it is
 * cancelled, re-attached and logged like any run and keeps its compute units while it waits.
 * registry-service has held the settings to their limits; parameters are put in since.
 *
 * @param file absolute, of this host
 */
public record FileCheck(Path file, CheckSchedule schedule) {
  /** Exit code of a check that never found it, as that of timeout(1). */
  public static final int NEVER_THERE = 124;

  static final String SCRIPT = "check.sh";
  static final String SCRIPT_TEXT =
      """
      # check.sh FILE SECONDS LOOKS REASON: 0 when FILE is there, %d when it was not at the last look.
      for ((look = 1; ; look++)); do
        if [[ -e $1 ]]; then
          printf '%%(%%F %%T %%Z)T look %%d of %%d: %%s is there\\n' -1 "$look" "$3" "$1"
          exit 0
        fi
        printf '%%(%%F %%T %%Z)T look %%d of %%d: %%s is not there\\n' -1 "$look" "$3" "$1"
        ((look < $3)) || break
        sleep "$2"
      done
      printf '%%s\\n' "$4" >&2
      exit %d
      """
          .formatted(NEVER_THERE, NEVER_THERE);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the code of a check node. */
  static FileCheck parse(String code) throws CodeRefused {
    try {
      JsonNode settings = JSON.readTree(code);
      String type = settings.path("checkType").asText();
      if (!type.equals("FILE")) {
        throw refused("checkType '%s' cannot be looked for here; FILE can".formatted(type));
      }
      return new FileCheck(
          file(settings.path("condition").path("path").asText()),
          new CheckSchedule(interval(settings), stop(settings.path("stopStrategy"))));
    } catch (JsonProcessingException e) {
      throw refused("after its parameters were put in they are no JSON: " + e.getOriginalMessage());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  /** What looks for it from {@code now} on, with {@link #SCRIPT} beside it. */
  List<String> command(Instant now) {
    var looks = schedule.looks(now);
    return List.of(
        "bash",
        "-eu",
        SCRIPT,
        file.toString(),
        Long.toString(schedule.interval().toSeconds()),
        Long.toString(looks.most()),
        looks.whenOver());
  }

  private static Path file(String path) throws CodeRefused {
    try {
      var file = path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path);
      if (file.isAbsolute()) {
        return file;
      }
    } catch (IllegalArgumentException _) {
      // No path at all is told like one that is not absolute.
    }
    throw refused("condition.path '%s' must be an absolute path or a file: URI".formatted(path));
  }

  private static Duration interval(JsonNode settings) {
    var unit = ChronoUnit.valueOf(settings.path("intervalUnit").asText("MINUTES"));
    return Duration.of(settings.path("interval").asInt(), unit);
  }

  private static CheckSchedule.Stop stop(JsonNode stop) throws CodeRefused {
    var type = stop.path("type").asText();
    return switch (type) {
      case "CHECKS" -> new CheckSchedule.Stop.AfterChecks(stop.path("checks").asInt());
      case "TIME" ->
          new CheckSchedule.Stop.AtTime(
              LocalTime.parse(stop.path("time").asText()),
              ZoneId.of(stop.path("timeZone").asText()));
      default -> throw refused("stopStrategy.type '%s' must be TIME or CHECKS".formatted(type));
    };
  }

  private static CodeRefused refused(String reason) {
    return new CodeRefused(RefusalCode.INVALID_CHECK, "the settings of the check: " + reason);
  }
}
