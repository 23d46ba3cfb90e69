package io.weirworks.lineage.metadata.adapter;

import io.weirworks.lineage.classification.Inheritance;
import io.weirworks.lineage.classification.Inheritance.ColumnName;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.ColumnStep;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from which columns those of a table take their values unchanged now, step by step. */
@Singleton
class InheritanceReads {

  private static final int DEEPEST = 20;
  private static final int MOST_EDGES = 5_000;

  private final LiveGraph live;

  InheritanceReads(LiveGraph live) {
    this.live = live;
  }

  /** All that matters for these columns; beyond {@value #DEEPEST} steps nothing is inherited. */
  Inheritance into(String table, List<String> columns) {
    LineageGraph graph = live.graph();
    Map<ColumnName, Set<ColumnName>> sources = new HashMap<>();
    for (String column : columns) {
      graph
          .columns(
              new ColumnNode(table, column),
              Direction.UPSTREAM,
              Following.DIRECT,
              DEEPEST,
              MOST_EDGES)
          .edges()
          .stream()
          .filter(InheritanceReads::hands)
          .forEach(
              step ->
                  sources
                      .computeIfAbsent(name(step.target()), target -> new LinkedHashSet<>())
                      .add(name(step.source())));
    }
    Map<ColumnName, List<ColumnName>> listed = new HashMap<>();
    sources.forEach((target, from) -> listed.put(target, new ArrayList<>(from)));
    return new Inheritance(listed);
  }

  /** Whether values come through unchanged, from another dataset. */
  private static boolean hands(ColumnStep step) {
    return step.edge().flow() == Flow.IDENTITY
        && !step.edge().sourceDataset().equals(step.edge().targetDataset());
  }

  private static ColumnName name(ColumnNode node) {
    return new ColumnName(node.dataset(), node.column());
  }
}
