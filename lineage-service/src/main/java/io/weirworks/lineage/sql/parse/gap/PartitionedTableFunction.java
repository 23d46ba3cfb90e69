package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Hive: {@code FROM noop(ON t PARTITION BY … ORDER BY …)}, where t may be another such call or a
 * query with an alias.
 */
final class PartitionedTableFunction {
  private PartitionedTableFunction() {}

  static TokenText close(TokenText text, int index) {
    int on = index + 1;
    if (!text.is(index, SqlBaseLexer.LEFT_PAREN) || !text.is(on, SqlBaseLexer.ON)) {
      return text;
    }
    TokenText result = withoutArguments(text, on, text.closing(index));
    boolean query = text.is(on + 1, SqlBaseLexer.LEFT_PAREN);
    boolean call = !query && text.is(on + 2, SqlBaseLexer.LEFT_PAREN);
    if (query) {
      result = withoutAlias(result, result.closing(on + 1) + 1);
    } else if (call) {
      result = selected(result, on, result.closing(on + 2));
    }
    return result.replaced(on, on + 1, List.of(text.made(SqlBaseLexer.TABLE, on)));
  }

  private static TokenText withoutAlias(TokenText text, int alias) {
    return text.is(alias, SqlBaseLexer.IDENTIFIER)
        ? text.replaced(alias, alias + 1, List.of())
        : text;
  }

  /** A call as a table argument is {@code (SELECT * FROM call)}. */
  private static TokenText selected(TokenText text, int on, int close) {
    if (close < 0) {
      return text;
    }
    Token at = text.tokens().get(on);
    return text.replaced(close, close, List.of(TokenText.made(SqlBaseLexer.RIGHT_PAREN, ")", at)))
        .replaced(
            on + 1,
            on + 1,
            List.of(
                TokenText.made(SqlBaseLexer.LEFT_PAREN, "(", at),
                text.made(SqlBaseLexer.SELECT, on),
                TokenText.made(SqlBaseLexer.ASTERISK, "*", at),
                text.made(SqlBaseLexer.FROM, on)));
  }

  /** {@code matchpath(ON t … arg1(…), arg2(…))}: any output may be made of any column of t. */
  private static TokenText withoutArguments(TokenText text, int on, int close) {
    for (int i = on; i < close; i++) {
      if (text.isWord(i, "ARG1") && text.is(i + 1, SqlBaseLexer.LEFT_PAREN)) {
        return text.replaced(i, close, List.of());
      }
    }
    return text;
  }
}
