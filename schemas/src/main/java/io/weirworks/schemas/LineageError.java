package io.weirworks.schemas;

/** Why the lineage of a statement is not known. */
public enum LineageError implements ErrorCode {
  SYNTAX_ERROR("The text is not SQL that Spark's grammar, with our patches for Hive, knows."),
  STATEMENT_TOO_LARGE("The statement has more characters than are read."),
  STATEMENT_TOO_DEEP("The statement is nested deeper than is read."),
  STATEMENT_UNSUPPORTED("The text is SQL, but of a form that no lineage rule knows."),
  STATEMENT_TOO_SLOW("Parsing took longer than a statement may take."),
  TOO_MANY_EDGES(
      "The statement has more column edges than a record holds; only its table edges are told."),
  COLUMN_NOT_ATTRIBUTED(
      "A column is read that may be of several tables, and nobody knows of which."),
  TEXT_NOT_CARRIED(
      "The run's event carries the statement's hash and length only, or not even those."),
  ENGINE_EVENTS_DROPPED(
      "Events of the engine were left out before they came: too many, too large, or no run events."),
  ENGINE_EVIDENCE_TOO_LARGE(
      "The engine told more of the run than is kept; what was beyond is not told."),
  ENGINE_TELLS_TABLES_ONLY(
      "The engine's version does not tell columns well enough; its tables are told.");

  private final String meaning;

  LineageError(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
