package io.weirworks.scheduler.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions tried out by hand, outside any instance: what {@code params eval EXPR… --scheduled
 * TIME [--zone Z] [--now T]} computes.
 *
 * @param expressions at least one
 * @param scheduled ISO date, or date and time ({@code T} or a blank between them); without an
 *     offset it is wall time in the zone
 * @param zone IANA name, UTC when null
 * @param now as {@code scheduled}, for {@code $gmtdate} and {@code $bizmonth}; the scheduled time
 *     when null
 */
public record ParameterTrial(
    List<String> expressions, String scheduled, @Nullable String zone, @Nullable String now) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ISO_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  private static final int DATE_LENGTH = "2025-11-01".length();

  public ParameterTrial {
    expressions = List.copyOf(expressions);
  }

  /** One value per expression, in order; the first error otherwise. */
  public Result<List<String>> evaluate() {
    return zoneId()
        .then(
            zoneId ->
                time(scheduled, zoneId)
                    .then(scheduledTime -> context(scheduledTime, zoneId).then(this::values)));
  }

  private Result<EvaluationContext> context(Instant scheduledTime, ZoneId zoneId) {
    Result<Instant> current = now == null ? new Result.Value<>(scheduledTime) : time(now, zoneId);
    return current.then(
        instant -> new Result.Value<>(EvaluationContext.of(scheduledTime, zoneId, instant, null)));
  }

  private Result<List<String>> values(EvaluationContext context) {
    return Result.each(expressions, ParameterExpression::parse)
        .then(parsed -> Result.each(parsed, expression -> expression.evaluate(context)));
  }

  private Result<ZoneId> zoneId() {
    if (zone == null) {
      return new Result.Value<>(ZoneOffset.UTC);
    }
    try {
      return new Result.Value<>(ZoneId.of(zone));
    } catch (DateTimeException e) {
      return new RefusedExpression(
              ParameterErrorCode.INVALID_ZONE,
              0,
              "'" + zone + "' is not a time zone.",
              "Use an IANA name such as Asia/Shanghai, or UTC.")
          .in(zone);
    }
  }

  private static Result<Instant> time(String text, ZoneId zone) {
    String iso = text.length() == DATE_LENGTH ? text + "T00:00" : text.replaceFirst(" ", "T");
    try {
      return new Result.Value<>(
          switch (TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime withOffset -> withOffset.toInstant();
            case LocalDateTime wallTime -> wallTime.atZone(zone).toInstant();
            default -> throw new DateTimeException(iso);
          });
    } catch (DateTimeException e) {
      return new RefusedExpression(
              ParameterErrorCode.INVALID_TIME,
              0,
              "'" + text + "' is not a time.",
              "Write 2025-11-01, 2025-11-01T02:30:45 or, with an offset, 2025-11-01T02:30:45+08:00.")
          .in(text);
    }
  }
}
