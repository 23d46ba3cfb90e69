package io.weirworks.scheduler.parameter;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads the inside of <code>${…}</code> (dataworks-semantics 2.4): {@code fmt dayoff?}. */
final class BusinessDateForm {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern ONLY_TOKENS =
      Pattern.compile("(?i)(yyyy|hh24|hh12|yy|mm|mi|dd|hh|ss|[_0-9])+");
  private static final BigInteger DAYS_PER_WEEK = BigInteger.valueOf(7);

  private BusinessDateForm() {}

  /**
   * @param position where the {@code $} is; {@code content} begins two characters later
   */
  static Part parse(String content, int position) {
    refuseNames(content, position + 2);
    int split = Cursor.offsetStart(content);
    Format format = Format.parse(content.substring(0, split), position + 2);
    for (Token token : format.tokens()) {
      if (token.isTimeOfDay()) {
        throw new RefusedExpression(
            ParameterErrorCode.TIME_TOKEN_IN_BUSINESS_DATE,
            position + 2 + content.indexOf(token.text()),
            "'"
                + token.text()
                + "' is a time of day, and ${…} is the business date, which has none.",
            "Use the scheduled time: $[" + content + "].");
      }
    }
    Offset offset = new Cursor(content.substring(split), position + 2 + split).terms();
    checkOffset(offset, position + 2 + split);
    return new Part.BusinessDate(format, unit(format), offset.whole(), position);
  }

  /**
   * Without this rule a name such as {@code summary} would silently become the month between {@code
   * su} and {@code ary}.
   */
  private static void refuseNames(String content, int position) {
    if (content.startsWith("add_months(")) {
      throw new RefusedExpression(
          ParameterErrorCode.INVALID_OFFSET,
          position,
          "add_months moves the scheduled time; ${…} is the business date.",
          "Use $[" + content + "], or ${yyyymm-1} for the month before the business date's.");
    }
    if (NAME.matcher(content).matches() && !ONLY_TOKENS.matcher(content).matches()) {
      throw new RefusedExpression(
          ParameterErrorCode.UNKNOWN_NAME,
          position,
          "'" + content + "' is a name, not a date format.",
          "Names in ${…} are replaced in a node's code, not in a parameter's value; a built-in name is written $bizdate.");
    }
  }

  private static void checkOffset(Offset offset, int position) {
    if (offset.isEmpty()) {
      return;
    }
    Offset.Term term = offset.terms().getFirst();
    if (!offset.isWhole()) {
      throw new RefusedExpression(
          ParameterErrorCode.INVALID_OFFSET,
          position,
          "'" + term.text() + "' is a fraction, and the business date moves by whole units.",
          "Use the scheduled time for hours and minutes: $[hh24-1/24].");
    }
    if (offset.terms().size() > 1 || (term.factors() == 2 && !term.first().equals(DAYS_PER_WEEK))) {
      throw new RefusedExpression(
          ParameterErrorCode.INVALID_OFFSET,
          position,
          "${…} takes one offset, N or 7*N.",
          "Write for example ${yyyymmdd-3} or, for two weeks, ${yyyymmdd-7*2}.");
    }
  }

  private static Part.Unit unit(Format format) {
    if (format.has(Token.DAY)) {
      return Part.Unit.DAY;
    }
    return format.has(Token.MONTH) ? Part.Unit.MONTH : Part.Unit.YEAR;
  }
}
