package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** Gaps of a few tokens, each looked for at one place of the text. */
final class SmallGaps {
  /** Words whose parentheses hold numbers. */
  private static final Set<String> WITH_NUMBERS =
      Set.of("CHAR", "CHARACTER", "DEC", "DECIMAL", "NUMERIC", "TABLESAMPLE", "VARCHAR");

  private SmallGaps() {}

  /** A rule for one place; returns the same text where it does not apply. */
  interface Place {
    TokenText close(TokenText text, int index);
  }

  /** Applies a rule to every place, last first, so that places still to come keep their index. */
  static GrammarGap everywhere(Place rule) {
    return text -> {
      TokenText result = text;
      for (int i = text.size() - 1; i >= 0; i--) {
        result = rule.close(result, i);
      }
      return result;
    };
  }

  /** A hint says nothing about lineage, wherever it stands and whatever is in it. */
  static TokenText hint(TokenText text, int index) {
    int end =
        text.is(index, SqlBaseLexer.HENT_START) ? text.find(SqlBaseLexer.HENT_END, index) : -1;
    return end < 0 ? text : text.replaced(index, end + 1, List.of());
  }

  /** A number that a variable stands for which has no value: {@code decimal(${p}, ${s})}. */
  static TokenText unknownNumber(TokenText text, int index) {
    boolean occurs =
        text.is(index, SqlBaseLexer.BACKQUOTED_IDENTIFIER)
            && text.tokens().get(index).getText().startsWith("`${")
            && (takesNumbers(text, index - 2) || takesNumbers(text, index - 4));
    return occurs
        ? text.replaced(
            index,
            index + 1,
            List.of(TokenText.made(SqlBaseLexer.INTEGER_VALUE, "1", text.tokens().get(index))))
        : text;
  }

  private static boolean takesNumbers(TokenText text, int index) {
    return index >= 0
        && text.is(index + 1, SqlBaseLexer.LEFT_PAREN)
        && WITH_NUMBERS.contains(text.tokens().get(index).getText().toUpperCase(Locale.ROOT));
  }

  /** Databricks: {@code USE CATALOG c}. */
  static TokenText useCatalog(TokenText text, int index) {
    boolean occurs = index == 0 && text.is(0, SqlBaseLexer.USE) && text.is(1, SqlBaseLexer.CATALOG);
    return occurs ? text.replaced(0, 1, List.of(text.made(SqlBaseLexer.SET, 0))) : text;
  }

  /** Databricks, Snowflake: {@code CREATE TABLE t [SHALLOW | DEEP] CLONE s} copies all columns. */
  static TokenText cloneTable(TokenText text, int index) {
    if (!text.isWord(index, "CLONE") || !text.is(0, SqlBaseLexer.CREATE)) {
      return text;
    }
    boolean qualified = text.isWord(index - 1, "SHALLOW") || text.isWord(index - 1, "DEEP");
    return text.replaced(
        qualified ? index - 1 : index,
        index + 1,
        List.of(
            text.made(SqlBaseLexer.AS, index),
            text.made(SqlBaseLexer.SELECT, index),
            TokenText.made(SqlBaseLexer.ASTERISK, "*", text.tokens().get(index)),
            text.made(SqlBaseLexer.FROM, index)));
  }

  /**
   * Standard SQL: a window frame in GROUPS; which rows it takes does not change what the value is
   * made of.
   */
  static TokenText groupsFrame(TokenText text, int index) {
    boolean occurs =
        text.isWord(index, "GROUPS")
            && (text.is(index + 1, SqlBaseLexer.BETWEEN)
                || text.is(index + 1, SqlBaseLexer.UNBOUNDED)
                || text.is(index + 1, SqlBaseLexer.CURRENT)
                || text.is(index + 2, SqlBaseLexer.PRECEDING));
    return occurs
        ? text.replaced(index, index + 1, List.of(text.made(SqlBaseLexer.RANGE, index)))
        : text;
  }

  /** Standard SQL: which rows a window frame leaves out. */
  static TokenText excludedRows(TokenText text, int index) {
    if (!text.is(index, SqlBaseLexer.EXCLUDE)) {
      return text;
    }
    boolean oneWord = text.isWord(index + 1, "GROUP") || text.isWord(index + 1, "TIES");
    boolean twoWords = text.isWord(index + 1, "CURRENT") || text.isWord(index + 1, "NO");
    int end = oneWord ? index + 2 : twoWords ? index + 3 : index;
    return end > index && text.is(end, SqlBaseLexer.RIGHT_PAREN)
        ? text.replaced(index, end, List.of())
        : text;
  }
}
