package io.weirworks.lineage.dataset;

/**
 * Where the files of a table lie.
 *
 * @param table id
 */
public record Located(String table, DatasetRef files) {

  /** Different for different ones, and an order among them. */
  public String key() {
    return table + "\n" + files.id();
  }

  /** Of two places for one table that are told alike, the first by id. */
  public static DatasetRef first(DatasetRef one, DatasetRef other) {
    return one.id().compareTo(other.id()) <= 0 ? one : other;
  }
}
