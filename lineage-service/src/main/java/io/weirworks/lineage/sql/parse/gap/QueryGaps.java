package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** Forms inside queries that Spark writes in another way, each looked for at one place. */
final class QueryGaps {
  private static final Set<String> UNITS =
      Set.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND");

  /** Words before a parenthesis that opens no call. */
  private static final Set<String> NO_FUNCTION =
      Set.of(
          "ALL",
          "AND",
          "ANY",
          "AS",
          "BY",
          "EXCEPT",
          "EXISTS",
          "FROM",
          "GROUP",
          "IN",
          "INTERSECT",
          "JOIN",
          "LATERAL",
          "NOT",
          "ON",
          "OR",
          "OVER",
          "SELECT",
          "SOME",
          "TABLE",
          "THEN",
          "UNION",
          "USING",
          "VALUES",
          "WHEN",
          "WHERE",
          "WITH");

  private QueryGaps() {}

  /** Hive, MySQL: {@code LIMIT offset, rows}. */
  static TokenText limitWithOffset(TokenText text, int index) {
    boolean occurs =
        text.is(index, SqlBaseLexer.LIMIT)
            && text.is(index + 2, SqlBaseLexer.COMMA)
            && text.is(index + 3, SqlBaseLexer.INTEGER_VALUE);
    return occurs ? text.replaced(index + 2, index + 4, List.of()) : text;
  }

  /** Standard SQL: {@code FETCH FIRST n ROWS ONLY}. */
  static TokenText fetchFirst(TokenText text, int index) {
    boolean occurs =
        text.isWord(index, "FETCH")
            && (text.isWord(index + 1, "FIRST") || text.isWord(index + 1, "NEXT"))
            && text.isWord(index + 4, "ONLY");
    return occurs ? text.replaced(index, index + 5, List.of()) : text;
  }

  /** Standard SQL: {@code a > ANY (SELECT …)} compares with what the query gives. */
  static TokenText quantifiedComparison(TokenText text, int index) {
    boolean quantifier =
        text.is(index, SqlBaseLexer.ANY)
            || text.is(index, SqlBaseLexer.SOME)
            || text.is(index, SqlBaseLexer.ALL);
    boolean occurs = quantifier && opensQuery(text, index + 1) && isComparison(text, index - 1);
    return occurs ? text.replaced(index, index + 1, List.of()) : text;
  }

  private static boolean isComparison(TokenText text, int index) {
    return index > 0
        && switch (text.tokens().get(index).getType()) {
          case SqlBaseLexer.EQ,
              SqlBaseLexer.NEQ,
              SqlBaseLexer.NEQJ,
              SqlBaseLexer.LT,
              SqlBaseLexer.LTE,
              SqlBaseLexer.GT,
              SqlBaseLexer.GTE ->
              true;
          default -> false;
        };
  }

  private static boolean opensQuery(TokenText text, int open) {
    return text.is(open, SqlBaseLexer.LEFT_PAREN)
        && (text.is(open + 1, SqlBaseLexer.SELECT) || text.is(open + 1, SqlBaseLexer.WITH));
  }

  /** A query as a function's only argument, without parentheses of its own. */
  static TokenText queryAsArgument(TokenText text, int index) {
    int close = opensQuery(text, index) && opensCall(text, index) ? text.closing(index) : -1;
    if (close < 0) {
      return text;
    }
    Token at = text.tokens().get(index);
    Token open = TokenText.made(SqlBaseLexer.LEFT_PAREN, "(", at);
    Token end = TokenText.made(SqlBaseLexer.RIGHT_PAREN, ")", text.tokens().get(close));
    return text.replaced(close, close, List.of(end)).replaced(index, index, List.of(open));
  }

  private static boolean opensCall(TokenText text, int open) {
    if (open == 0) {
      return false;
    }
    String before = text.tokens().get(open - 1).getText();
    return Character.isLetter(before.charAt(0))
        && !NO_FUNCTION.contains(before.toUpperCase(Locale.ROOT))
        && !text.is(open - 2, SqlBaseLexer.INTO)
        && !text.is(open - 2, SqlBaseLexer.TABLE);
  }

  /** PostgreSQL and others: {@code f(a ORDER BY b)} is {@code f(a) WITHIN GROUP (ORDER BY b)}. */
  static TokenText orderedAggregate(TokenText text, int index) {
    boolean calls =
        text.is(index, SqlBaseLexer.LEFT_PAREN)
            && opensCall(text, index)
            && !opensQuery(text, index)
            && !text.is(index + 1, SqlBaseLexer.PARTITION)
            && !text.is(index + 1, SqlBaseLexer.TABLE)
            && !text.is(index + 1, SqlBaseLexer.ON);
    int order = calls ? text.find(SqlBaseLexer.ORDER, index + 1) : -1;
    if (order <= index + 1) {
      return text;
    }
    Token at = text.tokens().get(order);
    return text.replaced(
        order,
        order,
        List.of(
            TokenText.made(SqlBaseLexer.RIGHT_PAREN, ")", at),
            text.made(SqlBaseLexer.WITHIN, order),
            text.made(SqlBaseLexer.GROUP, order),
            TokenText.made(SqlBaseLexer.LEFT_PAREN, "(", at)));
  }

  /** Hive: {@code FLOOR(time TO MONTH)} is made of the time alone. */
  static TokenText floorOfTime(TokenText text, int index) {
    boolean occurs =
        text.is(index, SqlBaseLexer.TO)
            && text.is(index + 2, SqlBaseLexer.RIGHT_PAREN)
            && isUnit(text, index + 1);
    return occurs ? text.replaced(index, index + 2, List.of()) : text;
  }

  /** Hive: {@code INTERVAL (value) DAY} is made of the value alone. */
  static TokenText intervalOfValue(TokenText text, int index) {
    boolean opens =
        text.is(index, SqlBaseLexer.INTERVAL) && text.is(index + 1, SqlBaseLexer.LEFT_PAREN);
    int unit = opens ? text.closing(index + 1) + 1 : 0;
    return unit > 0 && isUnit(text, unit)
        ? text.replaced(unit, unit + 1, List.of()).replaced(index, index + 1, List.of())
        : text;
  }

  private static boolean isUnit(TokenText text, int index) {
    String word = text.tokens().get(index).getText().toUpperCase(Locale.ROOT);
    return UNITS.contains(word.endsWith("S") ? word.substring(0, word.length() - 1) : word);
  }
}
