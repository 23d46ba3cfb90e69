package io.weirworks.lineage.metadata;

import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import java.util.Arrays;
import java.util.List;

/**
 * Ids in the vendor's form {@code type:instance:catalog:database:schema:table} with empty segments
 * kept (dataworks-semantics 7.2), such as {@code hms-table:local::flights::airports}.
 *
 * @param instance what the vendor has for the cluster's id; ours names the metastore
 */
public record EntityId(String instance) {

  private static final String TABLE = "hms-table";
  private static final String COLUMN = "hms-column";

  /** Of files the dataset's own id: the vendor has none for them. */
  public String table(DatasetRef dataset) {
    return dataset.kind() == DatasetKind.PATH ? dataset.id() : id(TABLE, dataset);
  }

  public String column(DatasetRef dataset, String column) {
    return (dataset.kind() == DatasetKind.PATH ? dataset.id() : id(COLUMN, dataset)) + ":" + column;
  }

  /**
   * What lies between catalogue and table is one database, also where a catalogue has several
   * levels.
   */
  private String id(String type, DatasetRef dataset) {
    List<String> parts = Arrays.asList(dataset.id().split("\\."));
    int last = parts.size() - 1;
    String catalogue = parts.size() > 2 ? parts.getFirst() : "";
    String database = String.join(".", parts.subList(parts.size() > 2 ? 1 : 0, last));
    return String.join(":", type, instance, catalogue, database, "", parts.get(last));
  }
}
