package io.weirworks.lineage.openlineage;

/**
 * Why a text is no event that can be read.
 *
 * @param path of the value that is to blame, such as {@code $.run.runId}
 * @param value what it is, cut at {@value #SHOWN} characters
 * @param expected what would be right
 */
public record Refusal(Code code, String path, String value, String expected) {

  static final int SHOWN = 80;

  public Refusal {
    value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  /** Why; a closed list. */
  public enum Code {
    /** The text is not JSON, or not one object. */
    NOT_JSON("NotJson"),
    /** A value that the specification requires is not there. */
    MISSING_FIELD("MissingField"),
    /** A value has another form than the specification says. */
    INVALID_FIELD("InvalidField"),
    /** The text has more bytes than an event may have. */
    TOO_LARGE("TooLarge");

    private final String code;

    Code(String code) {
      this.code = code;
    }

    /** For programs. */
    public String code() {
      return code;
    }
  }

  /** For people. */
  public String message() {
    return path + " is " + (value.isEmpty() ? "missing" : value) + "; expected " + expected;
  }
}
