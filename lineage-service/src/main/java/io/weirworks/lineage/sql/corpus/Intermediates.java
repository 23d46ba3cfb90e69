package io.weirworks.lineage.sql.corpus;

import io.weirworks.lineage.sql.ColumnEdge;
import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.ScriptLineage;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tables that a script writes and later reads itself; seen from outside, columns pass through them.
 */
record Intermediates(ScriptLineage script, Set<Dataset> tables) {

  static Intermediates of(ScriptLineage script) {
    Set<Dataset> written = new HashSet<>();
    Set<Dataset> both = new HashSet<>();
    for (StatementLineage statement : script.statements()) {
      statement.inputs().stream().filter(written::contains).forEach(both::add);
      written.addAll(statement.outputs());
    }
    return new Intermediates(script, both);
  }

  /**
   * The sources of each target column that is left at the script's end, in the columns that were
   * there before it.
   */
  Map<ColumnRef, Set<ColumnRef>> endToEnd() {
    Map<ColumnRef, Set<ColumnRef>> known = new LinkedHashMap<>();
    for (StatementLineage statement : script.statements()) {
      Map<ColumnRef, Set<ColumnRef>> own = new LinkedHashMap<>();
      for (ColumnEdge edge : statement.columnEdges()) {
        own.computeIfAbsent(edge.to(), to -> new LinkedHashSet<>())
            .addAll(origins(edge.from(), known));
      }
      own.forEach((to, from) -> known.computeIfAbsent(to, t -> new LinkedHashSet<>()).addAll(from));
    }
    known.keySet().removeIf(to -> tables.contains(to.dataset()));
    return known;
  }

  private Set<ColumnRef> origins(ColumnRef from, Map<ColumnRef, Set<ColumnRef>> known) {
    boolean passesThrough = tables.contains(from.dataset()) && known.containsKey(from);
    return passesThrough ? known.getOrDefault(from, Set.of()) : Set.of(from);
  }
}
