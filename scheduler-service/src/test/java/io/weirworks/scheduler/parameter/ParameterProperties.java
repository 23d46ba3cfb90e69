package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the evaluator (scenario 1). */
class ParameterProperties {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  @Property(seed = "20251101", tries = 3000)
  void businessDateIsTheScheduledDateMinusOneInEveryZone(
      @ForAll("times") Instant scheduled, @ForAll("zones") ZoneId zone) {
    assertThat(value("${yyyymmdd}", scheduled, zone))
        .isEqualTo(value("$[yyyymmdd-1]", scheduled, zone));
  }

  @Property(seed = "20251101", tries = 1440)
  void minutesAreExactInstants(
      @ForAll("times") Instant scheduled,
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(min = 1, max = 1440) int minutes) {
    // given
    String expression = "$[yyyymmddhh24miss-" + minutes + "/24/60]";
    // when
    String value = value(expression, scheduled, zone);
    // then
    assertThat(value)
        .isEqualTo(SECONDS.format(scheduled.minus(minutes, ChronoUnit.MINUTES).atZone(zone)));
  }

  @Property(tries = 1)
  void everyMinuteOfADayIsExactInUtc() {
    Instant scheduled = Instant.parse("2025-11-01T02:30:45Z");
    for (int minutes = 1; minutes <= 1440; minutes++) {
      assertThat(value("$[yyyymmddhh24miss-" + minutes + "/24/60]", scheduled, ZoneOffset.UTC))
          .isEqualTo(
              SECONDS.format(
                  scheduled.minus(minutes, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC)));
    }
  }

  @Property(seed = "20251101", tries = 1000)
  void monthsClampToTheEndOfTheTargetMonth(
      @ForAll("dates") LocalDate date, @ForAll @IntRange(min = -240, max = 240) int months) {
    // given
    Instant scheduled = date.atTime(2, 30).toInstant(ZoneOffset.UTC);
    // when
    String value = value("$[add_months(yyyymmdd," + months + ")]", scheduled, ZoneOffset.UTC);
    // then
    LocalDate first = date.withDayOfMonth(1).plusMonths(months);
    LocalDate expected =
        first.withDayOfMonth(Math.min(date.getDayOfMonth(), first.lengthOfMonth()));
    assertThat(value).isEqualTo(expected.format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  @Property(seed = "20251101", tries = 1000)
  void daysAndFractionsOfOneDayAgreeInUtc(
      @ForAll("dates") LocalDate date, @ForAll @IntRange(min = -5000, max = 5000) int days) {
    Instant scheduled = date.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    String sign = days < 0 ? "" : "+";
    assertThat(value("$[yyyymmddhh24miss" + sign + days + "]", scheduled, ZoneOffset.UTC))
        .isEqualTo(
            value("$[yyyymmddhh24miss" + sign + days * 24L + "/24]", scheduled, ZoneOffset.UTC));
  }

  @Property(seed = "20251101", tries = 2000)
  void anyTextIsEitherRefusedAtAPlaceInsideItOrParsed(@ForAll("expressions") String text) {
    switch (ParameterExpression.parse(text)) {
      case Result.Refused<ParameterExpression>(ParameterError error) ->
          assertThat(error.position()).isBetween(0, text.length());
      case Result.Value<ParameterExpression>(ParameterExpression expression) ->
          assertThat(expression.text()).isEqualTo(text);
    }
  }

  @Provide
  Arbitrary<Instant> times() {
    long from = LocalDateTime.of(1900, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    long to = LocalDateTime.of(2100, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    return Arbitraries.longs().between(from, to).map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.integers()
        .between(0, 60_000)
        .map(day -> LocalDate.of(1950, 1, 1).plusDays(day));
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "$",
            "{",
            "}",
            "[",
            "]",
            "yyyy",
            "mm",
            "dd",
            "hh24",
            "mi",
            "-",
            "+",
            "1",
            "0",
            "24",
            "/",
            "*",
            "7",
            "add_months(",
            ",",
            ")",
            "bizdate",
            "_",
            "x")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  private static String value(String text, Instant scheduled, ZoneId zone) {
    EvaluationContext context = EvaluationContext.of(scheduled, zone, scheduled, null);
    return switch (ParameterExpression.parse(text)
        .then(expression -> expression.evaluate(context))) {
      case Result.Value<String>(String value) -> value;
      case Result.Refused<String>(ParameterError error) -> throw new AssertionError(error);
    };
  }
}
