package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.Words;
import io.weirworks.lineage.table.adapter.TableKind;
import io.weirworks.lineage.table.adapter.WordQueries;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Brings the rows of datasets into a graph. */
@Singleton
class GraphRows {

  private static final int PAGE = 500;
  private static final String SELECT = "SELECT lineage, edges FROM lineage_table WHERE ";

  private final DatabaseReads reads;
  private final WordQueries words;

  GraphRows(DatabaseReads reads, WordQueries words) {
    this.reads = reads;
    this.words = words;
  }

  /** All datasets, page by page in the order of their ids. */
  void load(LineageGraph graph) {
    String after = "";
    List<TableLineage> page;
    do {
      page = rows(SELECT + "id > ? ORDER BY id LIMIT " + PAGE, List.of(after));
      page.forEach(row -> replace(graph, row));
      after = page.isEmpty() ? after : page.getLast().dataset().id();
    } while (page.size() == PAGE);
  }

  /** These datasets as their rows are now. */
  void refresh(LineageGraph graph, Collection<String> datasets) {
    List<String> ids = List.copyOf(datasets);
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<String> part = ids.subList(from, Math.min(from + PAGE, ids.size()));
      String places = String.join(",", Collections.nCopies(part.size(), "?"));
      rows(SELECT + "id IN (" + places + ")", part).forEach(row -> replace(graph, row));
    }
  }

  /** A dataset of very many edges does not keep all its words in its row. */
  private void replace(LineageGraph graph, TableLineage row) {
    String id = row.dataset().id();
    Words said =
        row.words().truncated()
            ? words.words(Set.of(id), null).getOrDefault(id, row.words())
            : row.words();
    graph.replace(id, said, row.path().map(DatasetRef::id).orElse(null));
  }

  private List<TableLineage> rows(String sql, List<String> parameters) {
    return reads.rows(sql, TableKind.TABLE.table()::read, parameters.toArray());
  }
}
