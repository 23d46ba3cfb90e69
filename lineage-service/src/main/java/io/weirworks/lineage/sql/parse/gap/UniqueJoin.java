package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Hive: {@code FROM UNIQUEJOIN PRESERVE t a (a.k), s b (b.k)} reads what {@code FROM t a JOIN s b
 * ON (a.k, b.k)} reads; which rows are preserved makes no difference to lineage.
 */
final class UniqueJoin implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    TokenText result = text;
    for (int i = text.size() - 1; i > 0; i--) {
      if (text.isWord(i, "UNIQUEJOIN") && text.is(i - 1, SqlBaseLexer.FROM)) {
        result = joined(result, i);
      }
    }
    return result;
  }

  private static TokenText joined(TokenText text, int start) {
    List<Token> joined = new ArrayList<>();
    List<Token> keys = List.of();
    int source = start + 1;
    while (true) {
      source = text.isWord(source, "PRESERVE") ? source + 1 : source;
      int open = text.find(SqlBaseLexer.LEFT_PAREN, source);
      int close = open < 0 ? -1 : text.closing(open);
      if (close < 0) {
        return text;
      }
      if (!joined.isEmpty()) {
        joined.add(text.made(SqlBaseLexer.JOIN, source));
      }
      boolean first = joined.isEmpty();
      joined.addAll(text.slice(source, open));
      keys = both(text, keys, text.slice(open + 1, close), open);
      if (!first) {
        joined.addAll(on(text, keys, open));
        keys = List.of();
      }
      if (!text.is(close + 1, SqlBaseLexer.COMMA)) {
        return text.replaced(start, close + 1, joined);
      }
      source = close + 2;
    }
  }

  private static List<Token> both(TokenText text, List<Token> before, List<Token> keys, int at) {
    List<Token> all = new ArrayList<>(before);
    if (!before.isEmpty()) {
      all.add(TokenText.made(SqlBaseLexer.COMMA, ",", text.tokens().get(at)));
    }
    all.addAll(keys);
    return all;
  }

  private static List<Token> on(TokenText text, List<Token> keys, int at) {
    List<Token> condition = new ArrayList<>();
    condition.add(text.made(SqlBaseLexer.ON, at));
    condition.add(TokenText.made(SqlBaseLexer.LEFT_PAREN, "(", text.tokens().get(at)));
    condition.addAll(keys);
    condition.add(TokenText.made(SqlBaseLexer.RIGHT_PAREN, ")", text.tokens().get(at)));
    return condition;
  }
}
