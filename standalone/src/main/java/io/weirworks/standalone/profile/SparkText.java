package io.weirworks.standalone.profile;

/** Texts and names as Spark's SQL has them. */
final class SparkText {

  private SparkText() {}

  static String literal(String text) {
    StringBuilder literal = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '\'' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        default -> literal.append(c);
      }
    }
    return literal.append('\'').toString();
  }

  static String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
