package io.weirworks.lineage.metadata.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.metadata.TableMetadata;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What people and the metastore say of tables, for reads that show it beside something else. */
@Singleton
public class SaidOfTables {

  /** Longest IN list of one statement. */
  private static final int LIST = 500;

  private static final String TAGS =
      "SELECT DISTINCT JSON_EXTRACT(metadata, '$.business.tags') AS tags FROM table_metadata"
          + " WHERE removed = FALSE AND JSON_LENGTH(metadata, '$.business.tags') > 0";

  private final DatabaseReads reads;

  SaidOfTables(DatabaseReads reads) {
    this.reads = reads;
  }

  /** By dataset; those of which nobody said anything are not there. */
  public Map<String, TableMetadata> of(Collection<String> datasets) {
    Map<String, TableMetadata> said = new HashMap<>();
    List<String> list = List.copyOf(datasets);
    for (int from = 0; from < list.size(); from += LIST) {
      List<String> part = list.subList(from, Math.min(from + LIST, list.size()));
      String places = String.join(",", Collections.nCopies(part.size(), "?"));
      reads
          .rows(
              "SELECT metadata FROM table_metadata WHERE removed = FALSE AND dataset IN ("
                  + places
                  + ")",
              row -> LineageJson.read(row.getString("metadata"), TableMetadata.class),
              part.toArray())
          .forEach(one -> said.put(one.dataset().id(), one));
    }
    return said;
  }

  /** All tags that any table has. */
  public SortedSet<String> tags() {
    SortedSet<String> tags = new TreeSet<>();
    reads
        .rows(TAGS, row -> LineageJson.read(row.getString("tags"), String[].class))
        .forEach(some -> tags.addAll(Arrays.asList(some)));
    return tags;
  }
}
