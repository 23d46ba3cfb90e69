package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Located;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.run.StatementRecord;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parts of a statement touched together. */
final class Touched {

  private final Set<DatasetRef> inputs = new LinkedHashSet<>();
  private final Set<DatasetRef> outputs = new LinkedHashSet<>();
  private final Set<TableEdge> pairs = new LinkedHashSet<>();
  private final Map<String, ColumnEdge> columnEdges = new LinkedHashMap<>();
  private final Set<SchemaChange> changes = new LinkedHashSet<>();
  private final Map<String, DatasetRef> locations = new LinkedHashMap<>();

  private Touched() {}

  /**
   * @param parts one or more
   * @param withSchema whether what was done to tables is told too
   */
  static StatementRecord record(int place, List<EngineRun> parts, boolean withSchema) {
    Touched all = new Touched();
    parts.forEach(all::add);
    return new StatementRecord(
        place,
        parts.getFirst().sqlSha256(),
        List.copyOf(all.inputs),
        List.copyOf(all.outputs),
        List.copyOf(all.pairs),
        List.copyOf(all.columnEdges.values()),
        withSchema ? List.copyOf(all.changes) : List.of(),
        List.of(),
        all.locations);
  }

  /** Each output of a part is made from all inputs of that part. */
  private void add(EngineRun part) {
    inputs.addAll(part.inputs());
    outputs.addAll(part.outputs());
    for (DatasetRef input : part.inputs()) {
      part.outputs().forEach(output -> pairs.add(new TableEdge(input, output)));
    }
    part.columnEdges().forEach(edge -> columnEdges.putIfAbsent(edge.key(), edge));
    changes.addAll(part.schemaChanges());
    part.locations().forEach(one -> locations.merge(one.table(), one.files(), Located::first));
  }
}
