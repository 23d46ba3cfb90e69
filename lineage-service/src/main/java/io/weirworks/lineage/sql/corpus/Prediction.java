package io.weirworks.lineage.sql.corpus;

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

  /** The union over the statements, without tables that the script made for itself. */
  public static Prediction of(String id, ScriptLineage script) {
    Intermediates intermediates = Intermediates.of(script);
    Set<String> inputs = new LinkedHashSet<>();
    Set<String> outputs = new LinkedHashSet<>();
    for (StatementLineage statement : script.statements()) {
      statement.inputs().forEach(dataset -> inputs.add(dataset.id()));
      statement.outputs().forEach(dataset -> outputs.add(dataset.id()));
      for (SchemaChange change : statement.schemaChanges()) {
        if (change instanceof SchemaChange.Dropped dropped
            && outputs.remove(dropped.table().id())) {
          inputs.remove(dropped.table().id());
        }
      }
    }
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    intermediates
        .endToEnd()
        .forEach((to, from) -> from.forEach(f -> add(columns, to.id(), f.id())));
    List<Column> list = new ArrayList<>();
    columns.forEach((to, from) -> list.add(new Column(from, to)));
    return new Prediction(id, script.diagnostics().isEmpty(), inputs, outputs, list);
  }

  private static void add(Map<String, Set<String>> columns, String to, String from) {
    columns.computeIfAbsent(to, name -> new LinkedHashSet<>()).add(from);
  }
}
