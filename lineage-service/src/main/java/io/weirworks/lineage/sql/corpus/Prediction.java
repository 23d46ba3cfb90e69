package io.weirworks.lineage.sql.corpus;

import io.weirworks.lineage.sql.ColumnEdge;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line of a predictions file: a script's lineage as a whole, as the corpus asks for it. */
public record Prediction(
    String id, boolean parsed, Set<String> inputs, Set<String> outputs, List<Column> columns) {

  /** What a target column is made of. */
  public record Column(Set<String> from, String to) {}

  /** The union over the statements; what the script itself drops again is no output of it. */
  public static Prediction of(String id, ScriptLineage script) {
    Set<String> inputs = new LinkedHashSet<>();
    Set<String> outputs = new LinkedHashSet<>();
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (StatementLineage statement : script.statements()) {
      statement.inputs().forEach(dataset -> inputs.add(dataset.id()));
      statement.schemaChanges().forEach(change -> forget(change, outputs));
      statement.outputs().forEach(dataset -> outputs.add(dataset.id()));
      for (ColumnEdge edge : statement.columnEdges()) {
        columns.computeIfAbsent(edge.to().id(), to -> new LinkedHashSet<>()).add(edge.from().id());
      }
    }
    List<Column> list = new ArrayList<>();
    columns.forEach((to, from) -> list.add(new Column(from, to)));
    return new Prediction(id, script.diagnostics().isEmpty(), inputs, outputs, list);
  }

  private static void forget(SchemaChange change, Set<String> outputs) {
    if (change instanceof SchemaChange.Dropped dropped) {
      outputs.remove(dropped.table().id());
    }
  }
}
