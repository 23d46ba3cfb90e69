package io.weirworks.scheduler.parameter;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed format: tokens, and characters that are copied as they are (dataworks-semantics 2.3).
 */
record Format(List<Piece> pieces, Set<Token> tokens) {

  sealed interface Piece {
    record Placeholder(Token token) implements Piece {}

    record Copied(char character) implements Piece {}
  }

  Format {
    pieces = List.copyOf(pieces);
    tokens = Set.copyOf(tokens);
  }

  /**
   * @param position where {@code text} begins in the whole expression, for errors
   */
  static Format parse(String text, int position) {
    List<Piece> pieces = new ArrayList<>();
    Set<Token> tokens = EnumSet.noneOf(Token.class);
    int at = 0;
    while (at < text.length()) {
      Token token = tokenAt(text, at, position);
      if (token == null) {
        pieces.add(new Piece.Copied(text.charAt(at)));
        at++;
      } else {
        pieces.add(new Piece.Placeholder(token));
        tokens.add(token);
        at += token.text().length();
      }
    }
    if (tokens.isEmpty()) {
      throw new RefusedExpression(
          ParameterErrorCode.NO_FORMAT_TOKEN,
          position,
          "The format '" + text + "' has no date or time in it.",
          "Use at least one of yyyy, yy, mm, dd, hh24, hh12, hh, mi, ss.");
    }
    return new Format(pieces, tokens);
  }

  private static @Nullable Token tokenAt(String text, int at, int position) {
    for (Token token : Token.values()) {
      int length = token.text().length();
      if (!text.regionMatches(true, at, token.text(), 0, length)) {
        continue;
      }
      if (!text.startsWith(token.text(), at)) {
        String written = text.substring(at, at + length);
        throw new RefusedExpression(
            ParameterErrorCode.UPPER_CASE_TOKEN,
            position + at,
            "The token '" + written + "' is not in lower case.",
            "Write '" + token.text() + "'.");
      }
      return token;
    }
    return null;
  }

  boolean has(Token token) {
    return tokens.contains(token);
  }

  String format(LocalDateTime time) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Placeholder(Token token) -> out.append(token.format(time));
        case Piece.Copied(char character) -> out.append(character);
      }
    }
    return out.toString();
  }
}
