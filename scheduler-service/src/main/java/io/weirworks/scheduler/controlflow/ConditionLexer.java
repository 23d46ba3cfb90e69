package io.weirworks.scheduler.controlflow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts a condition into words and signs, as Python 3 does. */
final class ConditionLexer {
  /** Bounds the depth of what is built from it. */
  static final int MAX_LEXEMES = 1_000;

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|//|[<>()\\[\\],+\\-*/%]");

  private final String text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private ConditionLexer(String text) {
    this.text = text;
  }

  static List<Lexeme> lexemes(String text) {
    ConditionLexer lexer = new ConditionLexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    lexer.add(Lexeme.Kind.END, "", text.length());
    return lexer.lexemes;
  }

  private void next() {
    if (take(BLANK) != null) {
      return;
    }
    int start = at;
    char first = text.charAt(at);
    if (first == '\'' || first == '"') {
      at++;
      add(Lexeme.Kind.TEXT, literal(first, start), start);
      return;
    }
    String number = take(NUMBER);
    if (number != null) {
      add(Lexeme.Kind.NUMBER, number, start);
      return;
    }
    String word = take(WORD);
    if (word != null) {
      add(Lexeme.Kind.WORD, word, start);
      return;
    }
    String sign = take(SIGN);
    if (sign == null) {
      throw new RefusedCondition(
          "the sign '%s' at character %d has no meaning here; comparisons are ==, !=, <, <=, >, >="
                  .formatted(text.substring(at, text.offsetByCodePoints(at, 1)), start + 1)
              + " and in");
    }
    add(Lexeme.Kind.SIGN, sign, start);
  }

  private @Nullable String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  /** What stands between the quotes; a backslash before another sign than Python's stays. */
  private String literal(char quote, int start) {
    StringBuilder literal = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == quote) {
        return literal.toString();
      }
      if (c == '\\' && at < text.length()) {
        literal.append(escaped(text.charAt(at++)));
      } else {
        literal.append(c);
      }
    }
    throw new RefusedCondition("the quote at character " + (start + 1) + " is not closed");
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case '\\', '\'', '"' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private void add(Lexeme.Kind kind, String content, int position) {
    if (lexemes.size() == MAX_LEXEMES) {
      throw new RefusedCondition(
          "it has more than " + MAX_LEXEMES + " words and signs, which is the most");
    }
    lexemes.add(new Lexeme(kind, content, position));
  }
}
