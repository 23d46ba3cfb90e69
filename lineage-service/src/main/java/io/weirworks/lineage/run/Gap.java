package io.weirworks.lineage.run;

import org.jspecify.annotations.Nullable;

/**
 * What is not known of a statement's lineage.
 *
 * @param statementIndex null for the run as a whole
 * @param line in the statement, from 1
 * @param column in the line, from 1
 */
public record Gap(
    @Nullable Integer statementIndex,
    Code code,
    String message,
    @Nullable Integer line,
    @Nullable Integer column) {

  /** Why; a closed list, the contract's. */
  public enum Code {
    SYNTAX_ERROR,
    STATEMENT_TOO_LARGE,
    STATEMENT_TOO_DEEP,
    STATEMENT_UNSUPPORTED,
    STATEMENT_TOO_SLOW,
    TOO_MANY_EDGES,
    COLUMN_NOT_ATTRIBUTED,
    TEXT_NOT_CARRIED,
    ENGINE_EVENTS_DROPPED,
    ENGINE_EVIDENCE_TOO_LARGE,
    ENGINE_TELLS_TABLES_ONLY
  }

  static Gap of(RunStatement statement, Code code, String message) {
    return new Gap(statement.index(), code, message, null, null);
  }

  /** Of what the engine told of the run, not of one of its statements. */
  public static Gap ofEngine(Code code, String message) {
    return new Gap(null, code, message, null, null);
  }
}
