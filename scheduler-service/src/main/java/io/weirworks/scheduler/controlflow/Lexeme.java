package io.weirworks.scheduler.controlflow;

/**
 * A word or sign of a condition.
 *
 * @param text as written; of a text literal what it means, without quotes
 * @param position characters before it
 */
record Lexeme(Kind kind, String text, int position) {

  enum Kind {
    NUMBER,
    TEXT,
    WORD,
    SIGN,
    END
  }

  boolean is(String signOrWord) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(signOrWord);
  }

  /** How a message shows it. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "a text";
      case NUMBER, WORD, SIGN ->
          "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    };
  }
}
