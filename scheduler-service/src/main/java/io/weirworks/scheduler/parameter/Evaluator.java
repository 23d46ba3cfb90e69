package io.weirworks.scheduler.parameter;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.function.Function;

/**
 * Computes the value of each part.
 *
 * <p>Months and whole days move the wall clock, so that {@code $[yyyymmdd-1]} is the business date
 * in every zone on every day; a fraction of a day moves the instant (dataworks-semantics 3.10), so
 * that {@code $[hh24-1/24]} is really one hour earlier when clocks change.
 */
final class Evaluator {
  private static final int MAX_YEAR = 9999;

  /**
   * More days than lie between the years 1 and 9999; the limits for months and seconds follow from
   * it.
   */
  private static final BigInteger MAX_DAYS = BigInteger.valueOf(3_700_000);

  private static final BigInteger MAX_SECONDS = MAX_DAYS.multiply(BigInteger.valueOf(86_400));

  private static final Format DATE = Format.parse("yyyymmdd", 0);
  private static final Format YEAR = Format.parse("yyyy", 0);
  private static final Format MONTH = Format.parse("yyyymm", 0);
  private static final Format TIME = Format.parse("yyyymmddhh24miss", 0);

  private final EvaluationContext context;

  Evaluator(EvaluationContext context) {
    this.context = context;
  }

  String value(Part part) {
    return switch (part) {
      case Part.Text(String text, int _) -> text;
      case Part.BusinessDate form -> print(form.format(), businessDate(form), form.position());
      case Part.ScheduledTime form -> print(form.format(), scheduledTime(form), form.position());
      case Part.Name(BuiltIn builtIn, int position) -> builtIn(builtIn, position);
    };
  }

  private LocalDateTime businessDate(Part.BusinessDate form) {
    long offset = bounded(form.offset(), MAX_DAYS, form.position());
    LocalDateTime bizdate = bizdate();
    return switch (form.unit()) {
      case YEAR -> bizdate.plusYears(offset);
      case MONTH -> bizdate.plusMonths(offset);
      case DAY -> bizdate.plusDays(offset);
    };
  }

  private LocalDateTime scheduledTime(Part.ScheduledTime form) {
    LocalDateTime moved =
        context
            .scheduledWallTime()
            .plusMonths(bounded(form.months(), MAX_DAYS, form.position()))
            .plusDays(bounded(form.days(), MAX_DAYS, form.position()));
    if (form.fraction().isZero()) {
      return moved;
    }
    long seconds = bounded(form.fraction().seconds(), MAX_SECONDS, form.position());
    // In a fold the wall time stands for two instants; the scheduled time's own offset says which
    // one is meant.
    var offset = context.zone().getRules().getOffset(context.scheduledTime());
    return ZonedDateTime.ofLocal(moved, context.zone(), offset)
        .plusSeconds(seconds)
        .toLocalDateTime();
  }

  private String builtIn(BuiltIn builtIn, int position) {
    return switch (builtIn) {
      case BIZDATE, LEGACY_DATE -> print(DATE, bizdate(), position);
      case LEGACY_YEAR -> print(YEAR, bizdate(), position);
      case LEGACY_MONTH -> Token.MONTH.format(bizdate());
      case LEGACY_DAY -> Token.DAY.format(bizdate());
      case CYCTIME -> print(TIME, context.scheduledWallTime(), position);
      case GMTDATE -> print(DATE, context.gmtDate().atStartOfDay(), position);
      case BIZMONTH -> print(MONTH, bizmonth(), position);
      case JOBID -> id(EvaluationContext.Ids::jobId, position);
      case NODEID -> id(EvaluationContext.Ids::nodeId, position);
      case TASKID -> id(EvaluationContext.Ids::taskId, position);
    };
  }

  /**
   * dataworks-semantics 2.2: the business date's month, or the one before while that month is still
   * going on.
   */
  private LocalDateTime bizmonth() {
    YearMonth month = YearMonth.from(bizdate());
    YearMonth current = YearMonth.from(context.now().atZone(context.zone()));
    return (month.equals(current) ? month.minusMonths(1) : month).atDay(1).atStartOfDay();
  }

  private String id(Function<EvaluationContext.Ids, String> id, int position) {
    EvaluationContext.Ids ids = context.ids();
    if (ids == null) {
      throw new RefusedExpression(
          ParameterErrorCode.NO_INSTANCE,
          position,
          "This name has a value only in an instance of a workflow.",
          "Run the workflow to see it; here, write a constant instead.");
    }
    return id.apply(ids);
  }

  private LocalDateTime bizdate() {
    return context.bizdate().atStartOfDay();
  }

  private static String print(Format format, LocalDateTime time, int position) {
    if (time.getYear() < 1 || time.getYear() > MAX_YEAR) {
      throw outOfRange(position);
    }
    return format.format(time);
  }

  private static long bounded(BigInteger value, BigInteger limit, int position) {
    if (value.abs().compareTo(limit) > 0) {
      throw outOfRange(position);
    }
    return value.longValueExact();
  }

  private static RefusedExpression outOfRange(int position) {
    return new RefusedExpression(
        ParameterErrorCode.DATE_OUT_OF_RANGE,
        position,
        "The value lies outside the years 0001 to 9999.",
        "Use a smaller offset.");
  }
}
