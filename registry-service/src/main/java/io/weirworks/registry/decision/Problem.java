package io.weirworks.registry.decision;

/**
 * One fault of what was asked.
 *
 * @param code stable code from the closed list
 * @param path where: a JSON path into the document as it was written ({@code
 *     $.spec.nodes[2].script}), or the name of a command's field
 * @param value the offending value as text, cut to {@value #LONGEST_VALUE} characters; empty when
 *     something is missing
 * @param expected what would be right, as a phrase that follows "expected"
 */
public record Problem(RejectionCode code, String path, String value, String expected) {
  static final int LONGEST_VALUE = 200;

  /** Paths and hints repeat a stranger's keys and names, and a reply holds many of them. */
  static final int LONGEST_PHRASE = 600;

  public Problem {
    path = cut(path, LONGEST_PHRASE);
    value = cut(value, LONGEST_VALUE);
    expected = cut(expected, LONGEST_PHRASE);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }

  /** One sentence that says what is wrong, where, with which value, and what would be right. */
  public String sentence() {
    String found = value.isEmpty() ? "" : " '" + value + "'";
    return code.code() + " at " + path + found + ": " + code.meaning() + "; expected " + expected;
  }
}
