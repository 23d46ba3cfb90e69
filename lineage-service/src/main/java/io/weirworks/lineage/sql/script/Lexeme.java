package io.weirworks.lineage.sql.script;

/** A piece of script text as far as cutting and substituting need to tell pieces apart. */
record Lexeme(Kind kind, int start, int end) {

  enum Kind {
    SPACE,
    COMMENT,
    /**
     * String or quoted identifier, with its quotes; runs to the end of the text if it is never
     * closed.
     */
    QUOTED,
    /** Letters, digits, underscores. */
    WORD,
    /** {@code ${…}} with its braces. */
    VARIABLE,
    /** Any other single character. */
    SYMBOL
  }

  boolean isBlank() {
    return kind == Kind.SPACE || kind == Kind.COMMENT;
  }

  String in(String text) {
    return text.substring(start, end);
  }

  boolean isWord(String text, String word) {
    return kind == Kind.WORD
        && end - start == word.length()
        && text.regionMatches(true, start, word, 0, word.length());
  }
}
