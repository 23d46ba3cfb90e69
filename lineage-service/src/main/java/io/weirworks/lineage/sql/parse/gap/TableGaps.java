package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** Words of CREATE, ALTER, INSERT and TRUNCATE in other engines that say nothing about lineage. */
final class TableGaps {
  private static final Set<String> KINDS_OF_TABLE =
      Set.of(
          "GLOBAL",
          "HYBRID",
          "LOCAL",
          "MANAGED",
          "MULTISET",
          "TRANSACTIONAL",
          "TRANSIENT",
          "UNLOGGED",
          "VOLATILE");
  private static final Set<String> KINDS_OF_EXPLAIN =
      Set.of(
          "ANALYZE",
          "AST",
          "AUTHORIZATION",
          "CBO",
          "COST",
          "DEBUG",
          "DEPENDENCY",
          "DETAIL",
          "EXPRESSION",
          "FORMATTED",
          "JOINCOST",
          "LOCKS",
          "ONLY",
          "OPERATOR",
          "REOPTIMIZATION",
          "SUMMARY",
          "VECTORIZATION");
  private static final Set<String> CONSTRAINT_STATES =
      Set.of("DISABLE", "ENABLE", "NOVALIDATE", "VALIDATE");

  private static final Set<Integer> COMPARISONS =
      Set.of(
          SqlBaseLexer.LT,
          SqlBaseLexer.LTE,
          SqlBaseLexer.GT,
          SqlBaseLexer.GTE,
          SqlBaseLexer.NEQ,
          SqlBaseLexer.NEQJ);

  private TableGaps() {}

  /** {@code CREATE [OR REPLACE] TRANSACTIONAL TABLE} and its like. */
  static TokenText kindOfTable(TokenText text, int index) {
    boolean occurs =
        text.is(0, SqlBaseLexer.CREATE)
            && index > 0
            && index < 4
            && is(text, index, KINDS_OF_TABLE);
    return occurs ? text.replaced(index, index + 1, List.of()) : text;
  }

  /** Hive: whether a constraint is checked. */
  static TokenText stateOfConstraint(TokenText text, int index) {
    boolean occurs =
        text.is(0, SqlBaseLexer.CREATE)
            && is(text, index, CONSTRAINT_STATES)
            && text.find(SqlBaseLexer.SELECT, 0) < 0;
    return occurs ? text.replaced(index, index + 1, List.of()) : text;
  }

  private static boolean is(TokenText text, int index, Set<String> words) {
    return index < text.size()
        && words.contains(text.tokens().get(index).getText().toUpperCase(Locale.ROOT));
  }

  /** Standard SQL: {@code CREATE TABLE t AS … WITH [NO] DATA}. */
  static TokenText withData(TokenText text, int index) {
    if (!text.is(index, SqlBaseLexer.WITH)) {
      return text;
    }
    int data = text.isWord(index + 1, "NO") ? index + 2 : index + 1;
    boolean occurs = text.isWord(data, "DATA") && data + 1 == text.end();
    return occurs ? text.replaced(index, data + 1, List.of()) : text;
  }

  /** Hive: what stands between a materialized view's name and its query. */
  static TokenText materializedView(TokenText text, int index) {
    boolean occurs = index == 1 && text.isWord(1, "MATERIALIZED") && text.isWord(2, "VIEW");
    int as = occurs ? text.find(SqlBaseLexer.AS, 3) : -1;
    while (as > 0 && text.is(as - 1, SqlBaseLexer.STORED)) {
      as = text.find(SqlBaseLexer.AS, as + 1);
    }
    if (as < 0) {
      return text;
    }
    int end = text.is(3, SqlBaseLexer.IF) ? 7 : 4;
    while (text.is(end, SqlBaseLexer.DOT)) {
      end += 2;
    }
    return text.replaced(Math.min(end, as), as, List.of()).replaced(1, 2, List.of());
  }

  /**
   * Hive: {@code ALTER MATERIALIZED VIEW v REBUILD} writes all rows of the view anew; what of, was
   * said when it was made.
   */
  static TokenText rebuiltView(TokenText text, int index) {
    boolean occurs =
        index == 0
            && text.is(0, SqlBaseLexer.ALTER)
            && text.isWord(1, "MATERIALIZED")
            && text.isWord(text.end() - 1, "REBUILD");
    return occurs
        ? text.replaced(text.end() - 1, text.end(), List.of())
            .replaced(
                0,
                3,
                List.of(text.made(SqlBaseLexer.TRUNCATE, 0), text.made(SqlBaseLexer.TABLE, 2)))
        : text;
  }

  /** PostgreSQL: {@code ALTER TABLE [IF EXISTS] [ONLY] t ADD COLUMN a …, ADD COLUMN b …}. */
  static TokenText alteredTable(TokenText text, int index) {
    if (!text.is(0, SqlBaseLexer.ALTER) || !text.is(1, SqlBaseLexer.TABLE)) {
      return text;
    }
    if (index == 2 && text.is(2, SqlBaseLexer.IF) && text.is(3, SqlBaseLexer.EXISTS)) {
      return text.replaced(2, text.isWord(4, "ONLY") ? 5 : 4, List.of());
    }
    boolean again =
        text.is(index, SqlBaseLexer.COMMA)
            && text.is(index + 1, SqlBaseLexer.ADD)
            && text.is(index + 2, SqlBaseLexer.COLUMN);
    return again ? text.replaced(index + 1, index + 3, List.of()) : text;
  }

  /**
   * Hive: {@code ALTER TABLE t DROP PARTITION (ds < '20010101')}; which values that means is left
   * open.
   */
  static TokenText comparedPartition(TokenText text, int index) {
    boolean occurs =
        index > 0
            && text.is(0, SqlBaseLexer.ALTER)
            && text.find(SqlBaseLexer.DROP, 2) > 0
            && COMPARISONS.stream().anyMatch(type -> text.is(index, type));
    int end = index;
    while (occurs
        && end < text.end()
        && !text.is(end, SqlBaseLexer.COMMA)
        && !text.is(end, SqlBaseLexer.RIGHT_PAREN)) {
      end++;
    }
    return text.replaced(index, end, List.of());
  }

  /** PostgreSQL: {@code TRUNCATE t}. */
  static TokenText truncated(TokenText text, int index) {
    boolean occurs =
        index == 0 && text.is(0, SqlBaseLexer.TRUNCATE) && !text.is(1, SqlBaseLexer.TABLE);
    return occurs ? text.replaced(1, 1, List.of(text.made(SqlBaseLexer.TABLE, 1))) : text;
  }

  /** MySQL and others: {@code INSERT IGNORE INTO}, {@code REPLACE INTO}. */
  static TokenText kindOfInsert(TokenText text, int index) {
    if (text.is(index, SqlBaseLexer.INSERT) && text.isWord(index + 1, "IGNORE")) {
      return text.replaced(index + 1, index + 2, List.of());
    }
    boolean replaces =
        index == 0 && text.is(0, SqlBaseLexer.REPLACE) && text.is(1, SqlBaseLexer.INTO);
    return replaces ? text.replaced(0, 1, List.of(text.made(SqlBaseLexer.INSERT, 0))) : text;
  }

  /** PostgreSQL, MySQL: what an INSERT does with rows that are there already. */
  static TokenText onConflict(TokenText text, int index) {
    boolean occurs =
        text.is(index, SqlBaseLexer.ON)
            && (text.isWord(index + 1, "CONFLICT") || text.isWord(index + 1, "DUPLICATE"));
    return occurs ? text.replaced(index, text.end(), List.of()) : text;
  }

  /** Hive: {@code EXPLAIN VECTORIZATION DETAIL …}, {@code EXPLAIN CBO …} and their like. */
  static TokenText kindOfExplain(TokenText text, int index) {
    boolean occurs =
        index > 0
            && text.is(0, SqlBaseLexer.EXPLAIN)
            && is(text, index, KINDS_OF_EXPLAIN)
            && (index == 1 || is(text, index - 1, KINDS_OF_EXPLAIN));
    return occurs ? text.replaced(index, index + 1, List.of()) : text;
  }

  /** Hive: {@code IMPORT EXTERNAL TABLE}. */
  static TokenText importedTable(TokenText text, int index) {
    boolean occurs =
        index == 1 && text.is(0, SqlBaseLexer.IMPORT) && text.is(1, SqlBaseLexer.EXTERNAL);
    return occurs ? text.replaced(1, 2, List.of()) : text;
  }
}
