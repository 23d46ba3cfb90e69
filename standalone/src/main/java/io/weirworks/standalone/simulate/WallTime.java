package io.weirworks.standalone.simulate;

import io.weirworks.standalone.StandaloneException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Times as people type them. */
public final class WallTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ISO_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  private static final int DATE_LENGTH = "2026-03-10".length();

  private WallTime() {}

  /**
   * The moment.
   *
   * @param option named in the error
   * @param text ISO date, or date and time; without an offset it is wall time in the zone
   * @throws StandaloneException {@code WRONG_ARGUMENT}
   */
  public static Instant parse(String option, String text, ZoneId zone) {
    String iso = text.length() == DATE_LENGTH ? text + "T00:00" : text.replaceFirst(" ", "T");
    try {
      return switch (FORM.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(zone).toInstant();
        default -> throw new DateTimeException(iso);
      };
    } catch (DateTimeException e) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          "%s '%s' is not a time; write 2026-03-10, 2026-03-10T02:30 or, with an offset, 2026-03-10T02:30:00+08:00"
              .formatted(option, text),
          e);
    }
  }

  /**
   * The zone.
   *
   * @throws StandaloneException {@code WRONG_ARGUMENT}
   */
  public static ZoneId zone(String option, String text) {
    return Zones.named(text)
        .orElseThrow(
            () ->
                new StandaloneException(
                    StandaloneException.Code.WRONG_ARGUMENT,
                    "%s '%s' is not a time zone; use an IANA name such as Asia/Shanghai"
                        .formatted(option, text)));
  }
}
