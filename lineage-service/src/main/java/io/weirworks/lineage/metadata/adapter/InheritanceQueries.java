package io.weirworks.lineage.metadata.adapter;

import io.weirworks.lineage.classification.Inheritance;
import io.weirworks.lineage.classification.Inheritance.ColumnName;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from which columns those of a table take their values unchanged, step by step. */
@Singleton
class InheritanceQueries {

  private static final int DEEPEST = 20;
  private static final int MOST_EDGES = 5_000;

  private static final String EDGES =
      "SELECT source_dataset, source_column, target_column FROM column_edge"
          + " WHERE flow = 'IDENTITY' AND target_dataset <> source_dataset"
          + " AND target_dataset = ? ORDER BY id LIMIT "
          + MOST_EDGES;

  private record Edge(ColumnName source, ColumnName target) {}

  private final Reading reading;

  InheritanceQueries(Reading reading) {
    this.reading = reading;
  }

  /** All that matters for this table; beyond {@value #DEEPEST} steps nothing is inherited. */
  Inheritance into(String table) {
    Map<ColumnName, List<ColumnName>> sources = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Set<String> frontier = Set.of(table);
    for (int step = 0; step < DEEPEST && !frontier.isEmpty(); step++) {
      seen.addAll(frontier);
      Set<String> next = new HashSet<>();
      for (Edge edge : edges(frontier)) {
        sources.computeIfAbsent(edge.target(), t -> new ArrayList<>()).add(edge.source());
        if (!seen.contains(edge.source().dataset())) {
          next.add(edge.source().dataset());
        }
      }
      frontier = next;
    }
    return new Inheritance(sources);
  }

  private List<Edge> edges(Set<String> targets) {
    return targets.stream()
        .flatMap(
            target ->
                reading
                    .rows(
                        EDGES,
                        row ->
                            new Edge(
                                new ColumnName(
                                    row.getString("source_dataset"),
                                    row.getString("source_column")),
                                new ColumnName(target, row.getString("target_column"))),
                        target)
                    .stream())
        .limit(MOST_EDGES)
        .toList();
  }
}
