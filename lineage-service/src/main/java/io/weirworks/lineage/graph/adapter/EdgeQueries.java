package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.table.CurrentEdges;
import io.weirworks.lineage.table.adapter.WordQueries;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The edges that leave datasets, as they are or as they were at a time. */
@Singleton
class EdgeQueries {

  private final WordQueries words;

  EdgeQueries(WordQueries words) {
    this.words = words;
  }

  List<Known<TableEdge>> tableEdges(
      Collection<String> datasets, Direction direction, @Nullable Instant asOf) {
    return leaving(datasets, direction, asOf, CurrentEdges::tables);
  }

  List<Known<ColumnEdge>> columnEdges(
      Collection<String> datasets, Direction direction, @Nullable Instant asOf) {
    return leaving(datasets, direction, asOf, CurrentEdges::columns);
  }

  private <E extends Edge> List<Known<E>> leaving(
      Collection<String> datasets,
      Direction direction,
      @Nullable Instant asOf,
      Function<CurrentEdges, List<Known<E>>> part) {
    Collection<String> targets =
        switch (direction) {
          case UPSTREAM -> datasets;
          case DOWNSTREAM -> words.targets(datasets);
        };
    return words.words(targets, asOf).values().stream()
        .flatMap(said -> part.apply(CurrentEdges.of(said)).stream())
        .filter(known -> datasets.contains(near(known.edge(), direction)))
        .sorted(Comparator.comparing(known -> known.edge().key()))
        .toList();
  }

  private static String near(Edge edge, Direction direction) {
    return switch (direction) {
      case UPSTREAM -> edge.targetDataset();
      case DOWNSTREAM -> edge.sourceDataset();
    };
  }

  /** The files of tables and the tables over files. */
  Set<String> otherNames(Set<String> datasets) {
    return words.otherNames(datasets);
  }

  /** The columns of the same name under the other names of their datasets. */
  Set<ColumnNode> otherColumns(Set<ColumnNode> columns) {
    Set<ColumnNode> others = new LinkedHashSet<>();
    columns.stream()
        .collect(Collectors.groupingBy(ColumnNode::dataset))
        .forEach(
            (dataset, same) ->
                words
                    .otherNames(Set.of(dataset))
                    .forEach(
                        name ->
                            same.forEach(
                                column -> others.add(new ColumnNode(name, column.column())))));
    return others;
  }
}
