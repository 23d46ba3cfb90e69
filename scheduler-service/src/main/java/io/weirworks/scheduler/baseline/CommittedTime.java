package io.weirworks.scheduler.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day from 00:00 to 47:59; from 24:00 on it is on the day after (dataworks-semantics
 * 5.6).
 *
 * @param minutes since the day's midnight by the clock on the wall
 */
public record CommittedTime(int minutes) {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final Pattern WRITTEN = Pattern.compile("([0-3]\\d|4[0-7]):([0-5]\\d)");

  /** Reads HH:mm; nothing where the text is none. */
  public static Optional<CommittedTime> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new CommittedTime(
                Integer.parseInt(matcher.group(1)) * HOUR + Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** The moment; a wall time that a change of offset skips moves forward with it (3.10). */
  public Instant on(LocalDate day, ZoneId zone) {
    return day.plusDays(minutes / DAY)
        .atTime(LocalTime.MIN.plusMinutes(minutes % DAY))
        .atZone(zone)
        .toInstant();
  }

  /** As it is written: HH:mm. */
  public String text() {
    return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
  }
}
