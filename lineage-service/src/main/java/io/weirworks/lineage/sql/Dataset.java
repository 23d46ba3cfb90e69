package io.weirworks.lineage.sql;

/** What has columns: a table or view, files, the result of a query, or, honestly, nobody knows. */
public sealed interface Dataset permits TableName, PathName, Dataset.Anonymous {

  /**
   * Canonical name, as it stands in results: {@code db.t}, {@code path:/data/raw}, {@code <query>},
   * {@code ?}.
   */
  String id();

  /** Datasets without a name of their own. */
  enum Anonymous implements Dataset {
    /** The rows that a bare SELECT hands to its caller. */
    QUERY("<query>"),
    /** The owner of a column that cannot be attributed; never a guess. */
    UNATTRIBUTED("?");

    private final String id;

    Anonymous(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }
  }
}
