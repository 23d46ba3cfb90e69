package io.weirworks.lineage.sql.parse;

/**
 * ANTLR counts code points, Java UTF-16 units; they differ only where the text has characters
 * beyond the basic plane.
 */
final class CodePoints {
  private final String text;
  private final boolean same;

  CodePoints(String text) {
    this.text = text;
    this.same = text.codePointCount(0, text.length()) == text.length();
  }

  int toOffset(int codePointIndex) {
    return same ? codePointIndex : text.offsetByCodePoints(0, codePointIndex);
  }
}
