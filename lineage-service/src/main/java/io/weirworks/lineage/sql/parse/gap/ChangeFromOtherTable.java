package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * PostgreSQL and others: {@code UPDATE t SET a FROM r WHERE c} and {@code DELETE FROM t USING r
 * WHERE c} are {@code MERGE INTO t USING r ON c WHEN MATCHED THEN UPDATE SET a | DELETE}. A WITH
 * clause before stays where it is.
 */
final class ChangeFromOtherTable implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    int start = text.is(0, SqlBaseLexer.WITH) ? afterWith(text) : 0;
    if (text.is(start, SqlBaseLexer.UPDATE)) {
      return update(text, start);
    }
    boolean deletes = text.is(start, SqlBaseLexer.DELETE) && text.is(start + 1, SqlBaseLexer.FROM);
    return deletes ? delete(text, start) : text;
  }

  private static int afterWith(TokenText text) {
    int update = text.find(SqlBaseLexer.UPDATE, 0);
    return update >= 0 ? update : text.find(SqlBaseLexer.DELETE, 0);
  }

  private static TokenText update(TokenText text, int start) {
    int set = text.find(SqlBaseLexer.SET, start);
    int from = set < 0 ? -1 : text.find(SqlBaseLexer.FROM, set);
    if (from < 0) {
      return text;
    }
    List<Token> action = new ArrayList<>();
    action.add(text.tokens().get(start));
    action.addAll(text.slice(set, from));
    return merge(text, start, text.slice(start + 1, set), from, action);
  }

  private static TokenText delete(TokenText text, int start) {
    int using = text.find(SqlBaseLexer.USING, start);
    return using < 0
        ? text
        : merge(
            text, start, text.slice(start + 2, using), using, List.of(text.tokens().get(start)));
  }

  /** Joined relations keep their names in a FROM without SELECT. */
  private static List<Token> source(TokenText text, int source, int end) {
    boolean joined =
        isBefore(text.find(SqlBaseLexer.COMMA, source), end)
            || isBefore(text.find(SqlBaseLexer.JOIN, source), end);
    return joined
        ? text.relations(source, text.slice(source + 1, end))
        : text.slice(source + 1, end);
  }

  private static boolean isBefore(int index, int end) {
    return index >= 0 && index < end;
  }

  private static TokenText merge(
      TokenText text, int start, List<Token> target, int source, List<Token> action) {
    int end = text.end();
    int where = text.find(SqlBaseLexer.WHERE, source);
    List<Token> merge = new ArrayList<>();
    merge.add(text.made(SqlBaseLexer.MERGE, start));
    merge.add(text.made(SqlBaseLexer.INTO, start));
    merge.addAll(target);
    merge.add(text.made(SqlBaseLexer.USING, source));
    merge.addAll(source(text, source, where < 0 ? end : where));
    merge.add(text.made(SqlBaseLexer.ON, source));
    merge.addAll(
        where < 0 ? List.of(text.made(SqlBaseLexer.TRUE, source)) : text.slice(where + 1, end));
    merge.add(text.made(SqlBaseLexer.WHEN, start));
    merge.add(text.made(SqlBaseLexer.MATCHED, start));
    merge.add(text.made(SqlBaseLexer.THEN, start));
    merge.addAll(action);
    return text.replaced(start, end, merge);
  }
}
