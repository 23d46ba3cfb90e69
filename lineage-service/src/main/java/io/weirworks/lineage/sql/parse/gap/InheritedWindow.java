package io.weirworks.lineage.sql.parse.gap;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Standard SQL, Hive: {@code OVER (w ORDER BY …)} and {@code WINDOW v AS (w ROWS …)} start from the
 * window {@code WINDOW w AS (…)}; its definition is put in where it is named.
 */
final class InheritedWindow implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    TokenText result = text;
    for (int i = text.size() - 1; i > 0; i--) {
      if (inherits(text, i)) {
        List<Token> definition = definition(text, text.tokens().get(i).getText());
        result = result.replaced(i, i + 1, definition);
      }
    }
    return result;
  }

  private static boolean inherits(TokenText text, int name) {
    boolean first =
        text.is(name - 1, SqlBaseLexer.LEFT_PAREN)
            && (text.is(name - 2, SqlBaseLexer.OVER) || text.is(name - 2, SqlBaseLexer.AS));
    return first
        && (text.is(name + 1, SqlBaseLexer.ORDER)
            || text.is(name + 1, SqlBaseLexer.SORT)
            || text.is(name + 1, SqlBaseLexer.ROWS)
            || text.is(name + 1, SqlBaseLexer.RANGE));
  }

  /** What the named window is partitioned and ordered by; its frame is the inheriting one's. */
  private static List<Token> definition(TokenText text, String window) {
    for (int i = 0; i < text.size(); i++) {
      boolean defines =
          text.isWord(i, window)
              && text.is(i + 1, SqlBaseLexer.AS)
              && text.is(i + 2, SqlBaseLexer.LEFT_PAREN);
      int close = defines ? text.closing(i + 2) : -1;
      if (close > 0) {
        int rows = text.find(SqlBaseLexer.ROWS, i + 3);
        int range = text.find(SqlBaseLexer.RANGE, i + 3);
        int frame = Math.max(rows, range);
        return text.slice(i + 3, frame < 0 ? close : frame);
      }
    }
    return List.of();
  }
}
