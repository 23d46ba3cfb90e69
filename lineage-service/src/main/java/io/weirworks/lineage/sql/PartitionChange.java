package io.weirworks.lineage.sql;

/**
 * What a statement does to partitions of a table that it names, known once the statement is known
 * to have succeeded. Partitions that only the data decides (dynamic ones) are not named.
 *
 * @param spec a whole partition; for {@link Kind#DROPPED} each partition that it covers
 */
public record PartitionChange(TableName table, Kind kind, PartitionSpec spec) {

  /** What was done. */
  public enum Kind {
    /** They are there, with whatever files they have. */
    ADDED,
    /** Rows were put into them. */
    WRITTEN,
    /** They are gone. */
    DROPPED
  }
}
