package io.weirworks.lineage.sql;

/**
 * Why a statement gave no lineage, and where. It costs only that statement.
 *
 * @param message what is wrong and, where known, what would be right
 * @param line of the script, from 1
 * @param column of the line, from 1, in UTF-16 units
 */
public record Diagnostic(Code code, String message, int line, int column) {

  /** Stable codes, a closed list. */
  public enum Code {
    /** The text is not SQL that Spark's grammar (with our patches for Hive) knows. */
    SYNTAX,
    /** More characters or columns than a statement may have. */
    TOO_LARGE,
    /** Parentheses, CASEs or prefix operators nested deeper than is read. */
    TOO_DEEP,
    /** The text is SQL, but of a form that no lineage rule knows. */
    UNSUPPORTED,
    /** Parsing took longer than a statement may take. */
    TOO_SLOW
  }
}
