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

  public Problem {
    if (value.length() > LONGEST_VALUE) {
      int end =
          Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1))
              ? LONGEST_VALUE - 1
              : LONGEST_VALUE;
      value = value.substring(0, end) + "…";
    }
  }

  /** One sentence that says what is wrong, where, with which value, and what would be right. */
  public String sentence() {
    String found = value.isEmpty() ? "" : " '" + value + "'";
    return code.code() + " at " + path + found + ": " + code.meaning() + "; expected " + expected;
  }
}
