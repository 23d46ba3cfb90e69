package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** What Hive and Delta say of files, formats and partitions, each looked for at one place. */
final class StorageGaps {
  private StorageGaps() {}

  /** Hive 4: {@code STORED BY ICEBERG}, a handler by its short name. */
  static TokenText storedByName(TokenText text, int index) {
    boolean occurs =
        text.is(index - 1, SqlBaseLexer.STORED)
            && text.is(index, SqlBaseLexer.BY)
            && !text.is(index + 1, SqlBaseLexer.STRING_LITERAL);
    if (!occurs) {
      return text;
    }
    Token name = text.tokens().get(index + 1);
    Token literal = TokenText.made(SqlBaseLexer.STRING_LITERAL, "'" + name.getText() + "'", name);
    return text.replaced(index + 1, index + 2, List.of(literal));
  }

  /** Hive 4: {@code PARTITIONED BY SPEC (…)}. */
  static TokenText partitionSpec(TokenText text, int index) {
    boolean occurs =
        text.is(index - 2, SqlBaseLexer.PARTITIONED)
            && text.isWord(index, "SPEC")
            && text.is(index + 1, SqlBaseLexer.LEFT_PAREN);
    return occurs ? text.replaced(index, index + 1, List.of()) : text;
  }

  /** Hive: {@code UNIONTYPE<…>} is one type, whatever it unites. */
  static TokenText unionType(TokenText text, int index) {
    if (!text.isWord(index, "UNIONTYPE") || !text.is(index + 1, SqlBaseLexer.LT)) {
      return text;
    }
    int depth = 0;
    for (int i = index + 1; i < text.end(); i++) {
      depth += text.is(i, SqlBaseLexer.LT) ? 1 : text.is(i, SqlBaseLexer.GT) ? -1 : 0;
      if (depth == 0) {
        return text.replaced(index + 1, i + 1, List.of());
      }
    }
    return text;
  }

  /** Hive: {@code LOAD DATA … INPUTFORMAT 'x' SERDE 'y'} says how files are read, not which. */
  static TokenText formatOfLoad(TokenText text, int index) {
    boolean occurs = text.is(0, SqlBaseLexer.LOAD) && text.is(index, SqlBaseLexer.INPUTFORMAT);
    return occurs ? text.replaced(index, text.end(), List.of()) : text;
  }

  /** Hive: {@code TRUNCATE TABLE t COLUMNS (…)} writes the table too. */
  static TokenText truncatedColumns(TokenText text, int index) {
    boolean occurs =
        text.is(0, SqlBaseLexer.TRUNCATE)
            && text.is(index, SqlBaseLexer.COLUMNS)
            && text.is(index + 1, SqlBaseLexer.LEFT_PAREN);
    return occurs ? text.replaced(index, text.end(), List.of()) : text;
  }

  /** Hive: {@code ALTER TABLE … CASCADE} changes the partitions' columns too. */
  static TokenText cascade(TokenText text, int index) {
    boolean occurs =
        index > 3
            && index == text.end() - 1
            && text.is(0, SqlBaseLexer.ALTER)
            && (text.is(index, SqlBaseLexer.CASCADE) || text.is(index, SqlBaseLexer.RESTRICT));
    return occurs ? text.replaced(index, index + 1, List.of()) : text;
  }

  /** Hive: {@code DROP MATERIALIZED VIEW}. */
  static TokenText droppedView(TokenText text, int index) {
    boolean occurs = index == 1 && text.is(0, SqlBaseLexer.DROP) && text.isWord(1, "MATERIALIZED");
    return occurs ? text.replaced(1, 2, List.of()) : text;
  }

  /** Delta: {@code RESTORE TABLE t TO VERSION AS OF n} writes the rows that it once had. */
  static TokenText restored(TokenText text, int index) {
    if (index > 0 || !text.isWord(0, "RESTORE")) {
      return text;
    }
    int name = text.is(1, SqlBaseLexer.TABLE) ? 2 : 1;
    int to = text.find(SqlBaseLexer.TO, name);
    return to < 0
        ? text
        : text.replaced(to, text.end(), List.of())
            .replaced(
                0,
                name,
                List.of(text.made(SqlBaseLexer.TRUNCATE, 0), text.made(SqlBaseLexer.TABLE, 0)));
  }

  /** Delta: {@code COPY INTO t FROM 'path' …} loads files. */
  static TokenText copied(TokenText text, int index) {
    int from =
        index == 0 && text.isWord(0, "COPY") && text.is(1, SqlBaseLexer.INTO)
            ? text.find(SqlBaseLexer.FROM, 2)
            : -1;
    return from > 0 && text.is(from + 1, SqlBaseLexer.STRING_LITERAL)
        ? text.replaced(0, text.end(), loaded(text, from))
        : text;
  }

  private static List<Token> loaded(TokenText text, int from) {
    List<Token> load =
        new ArrayList<>(
            List.of(
                text.made(SqlBaseLexer.LOAD, 0),
                text.made(SqlBaseLexer.DATA, 0),
                text.made(SqlBaseLexer.INPATH, 0),
                text.tokens().get(from + 1),
                text.made(SqlBaseLexer.INTO, 1),
                text.made(SqlBaseLexer.TABLE, 1)));
    load.addAll(text.slice(2, from));
    return load;
  }
}
