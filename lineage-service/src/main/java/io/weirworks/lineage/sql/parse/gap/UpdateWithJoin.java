package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * MySQL: {@code UPDATE t JOIN r ON c JOIN q ON d SET a WHERE w} and {@code UPDATE t, r SET a WHERE
 * w} are {@code MERGE INTO t USING (FROM r JOIN q ON d) ON c AND w WHEN MATCHED THEN UPDATE SET a}.
 */
final class UpdateWithJoin implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    int set = text.is(0, SqlBaseLexer.UPDATE) ? text.find(SqlBaseLexer.SET, 0) : -1;
    int join = set < 0 ? -1 : separator(text, 1, set);
    if (join < 0) {
      return text;
    }
    int targetEnd = join;
    while (isKindOfJoin(text, targetEnd - 1)) {
      targetEnd--;
    }
    List<Token> merge = new ArrayList<>();
    merge.add(text.made(SqlBaseLexer.MERGE, 0));
    merge.add(text.made(SqlBaseLexer.INTO, 0));
    merge.addAll(text.slice(1, targetEnd));
    merge.add(text.made(SqlBaseLexer.USING, join));
    merge.addAll(sourceAndCondition(text, join, set));
    merge.add(text.made(SqlBaseLexer.WHEN, set));
    merge.add(text.made(SqlBaseLexer.MATCHED, set));
    int where = text.find(SqlBaseLexer.WHERE, set);
    if (where > 0) {
      merge.add(text.made(SqlBaseLexer.AND, where));
      merge.addAll(text.slice(where + 1, text.end()));
    }
    merge.add(text.made(SqlBaseLexer.THEN, set));
    merge.add(text.tokens().getFirst());
    merge.addAll(text.slice(set, where < 0 ? text.end() : where));
    return text.replaced(0, text.end(), merge);
  }

  /** The first JOIN or comma between the relations. */
  private static int separator(TokenText text, int from, int end) {
    int join = text.find(SqlBaseLexer.JOIN, from);
    int comma = text.find(SqlBaseLexer.COMMA, from);
    int first = join < 0 || (comma >= 0 && comma < join) ? comma : join;
    return first < end ? first : -1;
  }

  private static boolean isKindOfJoin(TokenText text, int index) {
    return text.is(index, SqlBaseLexer.INNER)
        || text.is(index, SqlBaseLexer.LEFT)
        || text.is(index, SqlBaseLexer.RIGHT)
        || text.is(index, SqlBaseLexer.OUTER)
        || text.is(index, SqlBaseLexer.CROSS);
  }

  private static List<Token> sourceAndCondition(TokenText text, int join, int set) {
    int next = separator(text, join + 1, set);
    int rest = next < 0 ? set : next;
    while (isKindOfJoin(text, rest - 1)) {
      rest--;
    }
    int on = text.find(SqlBaseLexer.ON, join);
    boolean conditional = on > 0 && on < rest;
    List<Token> relations = new ArrayList<>(text.slice(join + 1, conditional ? on : rest));
    relations.addAll(text.slice(rest, set));
    List<Token> result = new ArrayList<>(text.relations(join, relations));
    result.add(text.made(SqlBaseLexer.ON, join));
    result.addAll(
        conditional ? text.slice(on + 1, rest) : List.of(text.made(SqlBaseLexer.TRUE, join)));
    return result;
  }
}
