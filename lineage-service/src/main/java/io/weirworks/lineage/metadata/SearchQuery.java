package io.weirworks.lineage.metadata;

import java.util.Locale;

/**
 * What is looked for in the Data Map; an empty text asks for nothing.
 *
 * @param text part of a name, description, owner, tag or collection
 * @param database in which the table lies
 * @param owner who answers for the table
 * @param tag that the table has
 * @param collection name of a category or album that the table is in
 */
public record SearchQuery(
    String text, Scope scope, String database, String owner, String tag, String collection) {

  /** What is found. */
  public enum Scope {
    ALL,
    TABLE,
    COLUMN
  }

  public SearchQuery {
    text = text.strip().toLowerCase(Locale.ROOT);
    database = database.toLowerCase(Locale.ROOT);
  }
}
