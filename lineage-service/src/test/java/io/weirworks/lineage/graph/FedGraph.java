package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import java.util.HashMap;
import java.util.Map;

/** A graph that is told each dataset as updates leave it. */
final class FedGraph {

  private final LineageGraph graph = new LineageGraph();
  private final Map<String, TableLineage> rows = new HashMap<>();

  void apply(TableUpdate update) {
    String id = update.dataset().id();
    TableLineage row =
        TableLineage.evolve(rows.get(id), new TableEvent.Told(update, update.version(), false));
    rows.put(id, row);
    graph.replace(id, row.words(), row.path().map(DatasetRef::id).orElse(null));
  }

  LineageGraph graph() {
    return graph;
  }
}
