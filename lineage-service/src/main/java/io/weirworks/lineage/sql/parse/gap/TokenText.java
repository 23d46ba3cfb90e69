package io.weirworks.lineage.sql.parse.gap;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * A statement's tokens, without blanks, as gap rules read and rewrite them. The last is the end of
 * the text.
 */
record TokenText(List<Token> tokens) {

  /** Every token with its text at hand, for the many rules that compare words. */
  static TokenText of(List<Token> tokens) {
    return new TokenText(
        tokens.stream().map(token -> made(token.getType(), token.getText(), token)).toList());
  }

  int size() {
    return tokens.size();
  }

  boolean is(int index, int type) {
    return index >= 0 && index < tokens.size() && tokens.get(index).getType() == type;
  }

  boolean isWord(int index, String word) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).getText().equalsIgnoreCase(word);
  }

  /**
   * The first token of that type at or after {@code from}, outside of parentheses opened there; −1
   * if there is none.
   */
  int find(int type, int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      if (depth == 0 && is(i, type)) {
        return i;
      }
      depth += is(i, SqlBaseLexer.LEFT_PAREN) ? 1 : is(i, SqlBaseLexer.RIGHT_PAREN) ? -1 : 0;
      if (depth < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** The parenthesis that closes the one at {@code open}; −1 if none does. */
  int closing(int open) {
    return find(SqlBaseLexer.RIGHT_PAREN, open + 1);
  }

  /** Where the statement's text ends: before trailing semicolons and the end token. */
  int end() {
    int end = tokens.size() - 1;
    while (end > 0 && is(end - 1, SqlBaseLexer.SEMICOLON)) {
      end--;
    }
    return end;
  }

  /** {@code (FROM relations)}, at a place. */
  List<Token> relations(int place, List<Token> relations) {
    Token at = tokens.get(place);
    List<Token> query = new ArrayList<>();
    query.add(made(SqlBaseLexer.LEFT_PAREN, "(", at));
    query.add(made(SqlBaseLexer.FROM, place));
    query.addAll(relations);
    query.add(made(SqlBaseLexer.RIGHT_PAREN, ")", at));
    return query;
  }

  List<Token> slice(int from, int to) {
    return tokens.subList(from, to);
  }

  /** A token that is not in the text; it stands where {@code at} does. */
  static Token made(int type, String text, Token at) {
    CommonToken token = new CommonToken(at);
    token.setType(type);
    token.setText(text);
    return token;
  }

  Token made(int type, int at) {
    String name = SqlBaseLexer.VOCABULARY.getSymbolicName(type);
    return made(type, name, tokens.get(Math.min(at, tokens.size() - 1)));
  }

  /** The tokens with [from, to) replaced. */
  TokenText replaced(int from, int to, List<Token> by) {
    List<Token> result = new ArrayList<>(tokens.subList(0, from));
    result.addAll(by);
    result.addAll(tokens.subList(to, tokens.size()));
    return new TokenText(result);
  }
}
