package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Several tables in one statement become a block of statements: {@code DROP TABLE a, b}; {@code
 * ALTER TABLE a SWAP WITH b}, which gives each the other's rows.
 */
final class SeveralTables implements GrammarGap {
  @Override
  public TokenText close(TokenText text) {
    int end = text.end();
    int swap = text.is(0, SqlBaseLexer.ALTER) ? swap(text, end) : -1;
    if (swap > 0) {
      List<Token> first = text.slice(2, swap);
      List<Token> second = text.slice(swap + 2, end);
      return block(
          text, List.of(overwritten(text, first, second), overwritten(text, second, first)));
    }
    int comma = text.is(0, SqlBaseLexer.DROP) ? text.find(SqlBaseLexer.COMMA, 0) : -1;
    return comma < 0 ? text : block(text, dropped(text, comma, end));
  }

  private static int swap(TokenText text, int end) {
    for (int i = 3; i < end - 2; i++) {
      if (text.isWord(i, "SWAP") && text.is(i + 1, SqlBaseLexer.WITH)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Token> overwritten(TokenText text, List<Token> target, List<Token> source) {
    List<Token> insert = new ArrayList<>();
    insert.add(text.made(SqlBaseLexer.INSERT, 0));
    insert.add(text.made(SqlBaseLexer.OVERWRITE, 0));
    insert.add(text.made(SqlBaseLexer.TABLE, 0));
    insert.addAll(target);
    insert.add(text.made(SqlBaseLexer.TABLE, 0));
    insert.addAll(source);
    return insert;
  }

  private static List<List<Token>> dropped(TokenText text, int firstComma, int end) {
    int name = text.is(2, SqlBaseLexer.IF) ? 4 : 2;
    List<List<Token>> drops = new ArrayList<>();
    drops.add(text.slice(0, firstComma));
    for (int from = firstComma + 1; from > 0 && from < end; ) {
      int comma = text.find(SqlBaseLexer.COMMA, from);
      List<Token> drop = new ArrayList<>(text.slice(0, name));
      drop.addAll(text.slice(from, comma < 0 ? end : comma));
      drops.add(drop);
      from = comma < 0 ? -1 : comma + 1;
    }
    return drops;
  }

  private static TokenText block(TokenText text, List<List<Token>> statements) {
    List<Token> block = new ArrayList<>();
    block.add(text.made(SqlBaseLexer.BEGIN, 0));
    for (List<Token> statement : statements) {
      block.addAll(statement);
      block.add(TokenText.made(SqlBaseLexer.SEMICOLON, ";", statement.getLast()));
    }
    block.add(text.made(SqlBaseLexer.END, text.end()));
    return text.replaced(0, text.end(), block);
  }
}
