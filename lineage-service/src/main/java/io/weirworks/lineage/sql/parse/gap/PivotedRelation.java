package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Snowflake, DuckDB and others: {@code t PIVOT (…) AS p (a, b)} and {@code r JOIN t PIVOT (…) p ON
 * c}, where the pivot belongs to the relation just before it, are {@code (t PIVOT (…)) AS p (a, b)}
 * and {@code r JOIN (t PIVOT (…)) p ON c}.
 */
final class PivotedRelation implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    TokenText result = text;
    for (int i = 1; i < result.size(); i++) {
      int open = opening(result, i);
      int start = open < 0 ? -1 : relation(result, i);
      int close = start < 0 ? -1 : result.closing(open);
      if (close > 0) {
        Token at = result.tokens().get(i);
        result =
            result
                .replaced(close + 1, close + 1, parenthesis(SqlBaseLexer.RIGHT_PAREN, ")", at))
                .replaced(start, start, parenthesis(SqlBaseLexer.LEFT_PAREN, "(", at));
        i++;
      }
    }
    return result;
  }

  private static List<Token> parenthesis(int type, String text, Token at) {
    return List.of(TokenText.made(type, text, at));
  }

  /** Where the parenthesis of a pivot stands; −1 where there is no pivot. */
  private static int opening(TokenText text, int index) {
    boolean unpivot = text.is(index, SqlBaseLexer.UNPIVOT);
    if (!unpivot && !text.is(index, SqlBaseLexer.PIVOT)) {
      return -1;
    }
    int open = unpivot && text.is(index + 2, SqlBaseLexer.NULLS) ? index + 3 : index + 1;
    boolean afterRelation =
        !text.is(index - 1, SqlBaseLexer.OPERATOR_PIPE) && !startsRelation(text, index - 1);
    return afterRelation && text.is(open, SqlBaseLexer.LEFT_PAREN) ? open : -1;
  }

  /** Where the relation begins that ends before the index; −1 if it does not. */
  private static int relation(TokenText text, int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      if (depth == 0 && (startsRelation(text, i) || text.is(i, SqlBaseLexer.LEFT_PAREN))) {
        return i + 1;
      }
      depth +=
          text.is(i, SqlBaseLexer.RIGHT_PAREN) ? 1 : text.is(i, SqlBaseLexer.LEFT_PAREN) ? -1 : 0;
    }
    return -1;
  }

  private static boolean startsRelation(TokenText text, int index) {
    return text.is(index, SqlBaseLexer.FROM)
        || text.is(index, SqlBaseLexer.JOIN)
        || text.is(index, SqlBaseLexer.COMMA);
  }
}
