package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Hive: {@code t LATERAL VIEW f(…) v AS a, b JOIN r} is {@code t JOIN LATERAL f(…) AS v(a, b) JOIN
 * r}.
 */
final class JoinAfterLateralView implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    TokenText result = text;
    boolean joinFollows = false;
    for (int i = text.size() - 1; i >= 0; i--) {
      if (text.is(i, SqlBaseLexer.LATERAL) && text.is(i + 1, SqlBaseLexer.VIEW)) {
        int function = text.is(i + 2, SqlBaseLexer.OUTER) ? i + 3 : i + 2;
        int close = text.closing(function + 1);
        int end = close < 0 ? -1 : end(text, close);
        joinFollows = end > 0 && (startsJoin(text, end) || (joinFollows && startsView(text, end)));
        if (joinFollows) {
          result = result.replaced(i, end, joined(text, i, function, close, end));
        }
      }
    }
    return result;
  }

  private static boolean startsView(TokenText text, int index) {
    return text.is(index, SqlBaseLexer.LATERAL);
  }

  private static boolean startsJoin(TokenText text, int index) {
    return text.is(index, SqlBaseLexer.JOIN)
        || text.is(index, SqlBaseLexer.INNER)
        || text.is(index, SqlBaseLexer.LEFT)
        || text.is(index, SqlBaseLexer.RIGHT)
        || text.is(index, SqlBaseLexer.FULL)
        || text.is(index, SqlBaseLexer.CROSS);
  }

  /** One past the last column name. */
  private static int end(TokenText text, int close) {
    int end = close + 2;
    if (!text.is(end, SqlBaseLexer.AS)) {
      return end;
    }
    end += 2;
    while (text.is(end, SqlBaseLexer.COMMA)) {
      end += 2;
    }
    return end;
  }

  private static List<Token> joined(TokenText text, int start, int function, int close, int end) {
    Token at = text.tokens().get(start);
    List<Token> joined = new ArrayList<>();
    joined.add(text.made(SqlBaseLexer.JOIN, start));
    joined.add(at);
    joined.addAll(text.slice(function, close + 1));
    joined.add(text.made(SqlBaseLexer.AS, close));
    joined.add(text.tokens().get(close + 1));
    if (end > close + 2) {
      joined.add(TokenText.made(SqlBaseLexer.LEFT_PAREN, "(", at));
      joined.addAll(text.slice(close + 3, end));
      joined.add(TokenText.made(SqlBaseLexer.RIGHT_PAREN, ")", at));
    }
    return joined;
  }
}
