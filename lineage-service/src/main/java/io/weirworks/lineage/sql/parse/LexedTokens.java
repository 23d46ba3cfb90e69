package io.weirworks.lineage.sql.parse;

import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/**
 * Tokens that were read before, as a lexer: the grammar's actions cast the source of the tokens to
 * Spark's lexer, to tell it that {@code STRUCT<>} closes a type. The tokens being there already,
 * that tells nothing any more.
 */
final class LexedTokens extends SqlBaseLexer {

  private final List<Token> tokens;
  private int next;

  /**
   * @param tokens the last one is the end of the text
   */
  LexedTokens(List<Token> tokens) {
    super(CharStreams.fromString(""));
    this.tokens = tokens;
  }

  @Override
  public Token nextToken() {
    return tokens.get(Math.min(next++, tokens.size() - 1));
  }
}
