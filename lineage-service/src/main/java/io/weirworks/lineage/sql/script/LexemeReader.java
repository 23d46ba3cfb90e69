package io.weirworks.lineage.sql.script;

import io.weirworks.lineage.sql.script.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads text into lexemes without gap or overlap. Knows quotes, comments and variables; no grammar.
 */
final class LexemeReader {
  private final String text;
  private int position;
  private boolean quotesEndWithLine;

  LexemeReader(String text) {
    this.text = text;
  }

  static List<Lexeme> readAll(String text) {
    LexemeReader reader = new LexemeReader(text);
    List<Lexeme> lexemes = new ArrayList<>();
    while (reader.hasNext()) {
      lexemes.add(reader.next());
    }
    return lexemes;
  }

  /** In a command line a quote that does not close on its line is an ordinary character. */
  void quotesEndWithLine(boolean inCommandLine) {
    quotesEndWithLine = inCommandLine;
  }

  boolean hasNext() {
    return position < text.length();
  }

  Lexeme next() {
    Lexeme next = read();
    position = next.end();
    return next;
  }

  private Lexeme read() {
    char c = text.charAt(position);
    if (Character.isWhitespace(c)) {
      return lexeme(Kind.SPACE, runEnd(Character::isWhitespace));
    }
    if (isWordPart(c)) {
      return lexeme(Kind.WORD, runEnd(LexemeReader::isWordPart));
    }
    if ((c == '\'' || c == '"' || c == '`') && isQuoteHere(c)) {
      return lexeme(Kind.QUOTED, quoteEnd(c));
    }
    if (text.startsWith("--", position)) {
      return lexeme(Kind.COMMENT, indexOrEnd("\n", position));
    }
    if (text.startsWith("/*", position)) {
      return lexeme(Kind.COMMENT, blockCommentEnd());
    }
    if (text.startsWith("${", position) && text.indexOf('}', position) > 0) {
      return lexeme(Kind.VARIABLE, text.indexOf('}', position) + 1);
    }
    return lexeme(Kind.SYMBOL, position + 1);
  }

  private Lexeme lexeme(Kind kind, int end) {
    return new Lexeme(kind, position, end);
  }

  static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private int runEnd(IntPredicate part) {
    int end = position + 1;
    while (end < text.length() && part.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * A backslash escapes in strings, not in back quotes; a doubled quote just opens the next piece.
   */
  private int quoteEnd(char quote) {
    int end = position + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += text.charAt(end) == '\\' && quote != '`' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private int blockCommentEnd() {
    int depth = 1;
    int end = position + 2;
    while (end < text.length() && depth > 0) {
      if (text.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else if (text.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else {
        end++;
      }
    }
    return end;
  }

  private boolean isQuoteHere(char quote) {
    return !quotesEndWithLine || quoteEnd(quote) <= indexOrEnd("\n", position);
  }

  private int indexOrEnd(String what, int from) {
    int index = text.indexOf(what, from);
    return index < 0 ? text.length() : index;
  }
}
