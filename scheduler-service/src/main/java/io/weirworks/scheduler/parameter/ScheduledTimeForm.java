package io.weirworks.scheduler.parameter;

import java.math.BigInteger;

/**
 * Reads the inside of {@code $[…]} (dataworks-semantics 2.5): {@code fmt term*} or {@code
 * add_months(fmt,N) term*}.
 */
final class ScheduledTimeForm {
  private static final String ADD_MONTHS = "add_months(";

  private ScheduledTimeForm() {}

  /**
   * @param position where the {@code $} is; {@code content} begins two characters later
   */
  static Part parse(String content, int position) {
    int start = position + 2;
    if (content.startsWith(ADD_MONTHS)) {
      return addMonths(content, position);
    }
    int split = Cursor.offsetStart(content);
    String formatText = content.substring(0, split);
    return moved(
        formatText,
        start,
        BigInteger.ZERO,
        new Cursor(content.substring(split), start + split),
        position);
  }

  private static Part addMonths(String content, int position) {
    int start = position + 2;
    int close = content.indexOf(')');
    if (close < 0) {
      throw new RefusedExpression(
          ParameterErrorCode.UNCLOSED_FORM,
          start,
          "add_months( is not closed.",
          "Close it with ')': $[add_months(yyyymmdd,-1)].");
    }
    int comma = content.lastIndexOf(',', close);
    String formatText = comma < 0 ? "" : content.substring(ADD_MONTHS.length(), comma);
    if (comma < 0 || Cursor.offsetStart(formatText) < formatText.length()) {
      throw new RefusedExpression(
          ParameterErrorCode.INVALID_OFFSET,
          start,
          "'" + content.substring(0, close + 1) + "' is not add_months(format,N).",
          "Days and hours are added behind it: $[add_months(yyyymmdd,-1)-1].");
    }
    BigInteger months = new Cursor(content.substring(comma + 1, close), start + comma + 1).months();
    Cursor terms = new Cursor(content.substring(close + 1), start + close + 1);
    return moved(formatText, start + ADD_MONTHS.length(), months, terms, position);
  }

  private static Part moved(
      String formatText, int formatStart, BigInteger months, Cursor terms, int position) {
    Format format = Format.parse(formatText, formatStart);
    Offset offset = terms.terms();
    if (!offset.isEmpty() && offset.isWhole() && !format.has(Token.DAY)) {
      throw daysWithoutDayToken(format, formatText, offset, formatStart + formatText.length());
    }
    return new Part.ScheduledTime(format, months, offset.whole(), offset.fraction(), position);
  }

  /**
   * dataworks-semantics 2.5 and 13 row 5: such a number is days, while its writer nearly always
   * means months, years or hours.
   */
  private static RefusedExpression daysWithoutDayToken(
      Format format, String formatText, Offset offset, int position) {
    String number = offset.terms().getFirst().text();
    boolean timeOnly = format.tokens().stream().allMatch(Token::isTimeOfDay);
    return new RefusedExpression(
        ParameterErrorCode.DAYS_WITHOUT_DAY_TOKEN,
        position,
        "The number in '"
            + formatText
            + number
            + "' counts days, but the format shows no day (dd).",
        timeOnly
            ? "For hours write $["
                + formatText
                + number
                + "/24], for minutes $["
                + formatText
                + number
                + "/24/60]."
            : "For months write $[add_months("
                + formatText
                + ","
                + number
                + ")], for years $[add_months("
                + formatText
                + ",12*N)].");
  }
}
