package io.weirworks.lineage.sql.parse.gap;

import io.weirworks.lineage.sql.parse.Positional;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Hive, standard SQL: {@code MERGE … THEN INSERT VALUES (…)}: values by position; the column list
 * is put in as positions.
 */
final class InsertValuesOfMerge implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    TokenText result = text;
    for (int i = text.size() - 1; i >= 0; i--) {
      boolean occurs =
          text.is(i, SqlBaseLexer.INSERT)
              && text.is(i + 1, SqlBaseLexer.VALUES)
              && text.is(i + 2, SqlBaseLexer.LEFT_PAREN)
              && text.is(i - 1, SqlBaseLexer.THEN);
      if (occurs && text.closing(i + 2) > 0) {
        result = result.replaced(i + 1, i + 1, positions(text, i + 2));
      }
    }
    return result;
  }

  private static List<Token> positions(TokenText text, int open) {
    List<Token> list = new ArrayList<>();
    Token at = text.tokens().get(open);
    list.add(TokenText.made(SqlBaseLexer.LEFT_PAREN, "(", at));
    int close = text.closing(open);
    int position = 0;
    for (int i = open; i >= 0 && i < close; i = text.find(SqlBaseLexer.COMMA, i + 1)) {
      if (position > 0) {
        list.add(TokenText.made(SqlBaseLexer.COMMA, ",", at));
      }
      list.add(TokenText.made(SqlBaseLexer.IDENTIFIER, Positional.name(position++), at));
    }
    list.add(TokenText.made(SqlBaseLexer.RIGHT_PAREN, ")", at));
    return list;
  }
}
