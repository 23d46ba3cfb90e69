package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Statements of Hive, Delta and Iceberg that neither read nor write rows (as these count) are read
 * as {@code SHOW TABLES}, which does neither.
 */
final class Housekeeping implements GrammarGap {
  private static final List<String> STATEMENTS =
      List.of(
          "ABORT TRANSACTIONS",
          "ALTER CONNECTOR",
          "ALTER DATABASE",
          "ALTER MATERIALIZED VIEW",
          "ALTER POOL",
          "ALTER RESOURCE PLAN",
          "ALTER SCHEDULED QUERY",
          "ALTER SCHEMA",
          "ALTER TRIGGER",
          "ALTER USER",
          "COMMENT ON",
          "CONVERT TO",
          "CREATE CONNECTOR",
          "CREATE DATABASE",
          "CREATE POOL",
          "CREATE RESOURCE PLAN",
          "CREATE SCHEDULED QUERY",
          "CREATE SCHEMA",
          "CREATE TRIGGER",
          "CREATE USER",
          "DROP CONNECTOR",
          "DROP POOL",
          "DROP RESOURCE PLAN",
          "DROP SCHEDULED QUERY",
          "DROP TRIGGER",
          "FSCK",
          "GENERATE",
          "KILL QUERY",
          "MSCK",
          "OPTIMIZE",
          "RELOAD FUNCTION",
          "RELOAD FUNCTIONS",
          "REORG",
          "REPL",
          "SHOW",
          "VACUUM");

  /** What may follow the table's name in ALTER TABLE. */
  private static final List<String> CHANGES =
      List.of(
          "ADD CONSTRAINT",
          "ADD PARTITION FIELD",
          "COMPACT",
          "CONVERT TO",
          "CREATE BRANCH",
          "CREATE OR REPLACE BRANCH",
          "CREATE OR REPLACE TAG",
          "CREATE TAG",
          "DISABLE",
          "DROP BRANCH",
          "DROP CONSTRAINT",
          "DROP IDENTIFIER FIELDS",
          "DROP PARTITION FIELD",
          "DROP TAG",
          "ENABLE",
          "EXECUTE",
          "INTO",
          "PARTITION COLUMN",
          "REPLACE BRANCH",
          "REPLACE PARTITION FIELD",
          "REPLACE TAG",
          "SET IDENTIFIER FIELDS",
          "SET OWNER",
          "SET PARTITION SPEC",
          "UPDATE STATISTICS",
          "WRITE");

  private static final Set<String> RELATIONS = Set.of("TABLE", "VIEW");

  @Override
  public TokenText close(TokenText text) {
    boolean occurs = starts(text, 0, STATEMENTS) || changes(text);
    return occurs ? text.replaced(0, text.end(), shown(text)) : text;
  }

  private static List<Token> shown(TokenText text) {
    return List.of(text.made(SqlBaseLexer.SHOW, 0), text.made(SqlBaseLexer.TABLES, 0));
  }

  private static boolean changes(TokenText text) {
    boolean alters =
        text.is(0, SqlBaseLexer.ALTER)
            && text.size() > 3
            && RELATIONS.contains(text.tokens().get(1).getText().toUpperCase(Locale.ROOT));
    if (!alters) {
      return false;
    }
    int change = 3;
    while (text.is(change, SqlBaseLexer.DOT)) {
      change += 2;
    }
    boolean ofPartition =
        text.is(change, SqlBaseLexer.PARTITION) && text.is(change + 1, SqlBaseLexer.LEFT_PAREN);
    return starts(text, ofPartition ? text.closing(change + 1) + 1 : change, CHANGES);
  }

  private static boolean starts(TokenText text, int from, List<String> beginnings) {
    return from >= 0 && beginnings.stream().anyMatch(words -> isAt(text, from, words.split(" ")));
  }

  private static boolean isAt(TokenText text, int from, String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (!text.isWord(from + i, words[i])) {
        return false;
      }
    }
    return true;
  }
}
