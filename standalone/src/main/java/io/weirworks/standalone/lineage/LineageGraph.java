package io.weirworks.standalone.lineage;

import io.weirworks.contract.lineage.Column;
import io.weirworks.contract.lineage.ColumnEdge;
import io.weirworks.contract.lineage.EdgeKind;
import io.weirworks.contract.lineage.KnownColumnEdge;
import io.weirworks.contract.lineage.KnownTableEdge;
import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.contractjson.NearMatches;
import io.weirworks.standalone.topics.StateTopic;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All datasets with their edges, as lineage-service tells them. */
public final class LineageGraph {

  private final Map<String, TableLineageState> datasets;

  LineageGraph(Collection<TableLineageState> datasets) {
    this.datasets =
        datasets.stream()
            .collect(Collectors.toMap(each -> each.getDataset().getId(), Function.identity()));
  }

  public static LineageGraph read(String bootstrapServers) {
    return of(StateTopic.read(bootstrapServers, Service.LINEAGE));
  }

  /** As far as the topic was read. */
  public static LineageGraph of(StateTopic lineage) {
    return new LineageGraph(lineage.all(TableLineageState.class).toList());
  }

  /**
   * The lineage of a table or a column.
   *
   * @param name {@code database.table}, {@code path:…}, or one of them with {@code .column}
   * @throws StandaloneException {@code NOT_FOUND} with the nearest names
   */
  public LineageTree tree(String name, Direction direction) {
    return find(name, direction).orElseThrow(() -> unknown(name));
  }

  /** As {@link #tree}; empty where nothing of this name is known yet. */
  public Optional<LineageTree> find(String name, Direction direction) {
    return dataset(name)
        .map(table -> table(table, null, direction, new HashSet<>()))
        .or(() -> place(name).map(column -> column(column, null, direction, new HashSet<>())));
  }

  private Optional<Place> place(String name) {
    return owner(name)
        .filter(table -> knows(table, columnOf(name)))
        .map(table -> new Place(table.getDataset().getId(), columnOf(name)));
  }

  /** The dataset of a column's name. */
  private Optional<TableLineageState> owner(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? dataset(name.substring(0, dot)) : Optional.empty();
  }

  private static String columnOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private record Place(String dataset, String column) {
    String name() {
      return dataset + "." + column;
    }
  }

  private Optional<TableLineageState> dataset(String name) {
    return Optional.ofNullable(datasets.get(name))
        .or(() -> Optional.ofNullable(datasets.get(name.toLowerCase(Locale.ROOT))));
  }

  private StandaloneException unknown(String name) {
    return new StandaloneException(
        StandaloneException.Code.NOT_FOUND,
        owner(name)
            .map(
                table ->
                    "%s has no column '%s'%s"
                        .formatted(
                            table.getDataset().getId(),
                            columnOf(name),
                            NearMatches.hint(columnOf(name), columns(table))))
            .orElseGet(
                () ->
                    datasets.isEmpty()
                        ? "no lineage is known yet; it comes with the runs of SQL nodes that succeed"
                        : "no table '%s' is known%s"
                            .formatted(name, NearMatches.hint(name, datasets.keySet()))));
  }

  private static List<String> columns(TableLineageState table) {
    return table.getColumns().stream().map(Column::getName).toList();
  }

  private static boolean knows(TableLineageState table, String column) {
    return columns(table).contains(column)
        || table.getColumnUpstream().stream()
            .anyMatch(known -> column.equals(known.getEdge().getTargetColumn()))
        || table.getColumnDownstream().stream()
            .anyMatch(known -> column.equals(known.getEdge().getSourceColumn()));
  }

  private LineageTree table(
      TableLineageState table, @Nullable String run, Direction direction, Set<String> seen) {
    String id = table.getDataset().getId();
    if (!seen.add(id)) {
      return new LineageTree(id, null, run, true, List.of());
    }
    List<LineageTree> branches =
        edges(table, direction).stream().map(edge -> branch(edge, direction, seen)).toList();
    return new LineageTree(id, null, run, false, branches);
  }

  private LineageTree branch(KnownTableEdge edge, Direction direction, Set<String> seen) {
    TableLineageState other = datasets.get(edge.getDataset().getId());
    return other == null
        ? new LineageTree(edge.getDataset().getId(), null, edge.getRunId(), false, List.of())
        : table(other, edge.getRunId(), direction, seen);
  }

  private static List<KnownTableEdge> edges(TableLineageState table, Direction direction) {
    return switch (direction) {
      case UPSTREAM -> table.getUpstream();
      case DOWNSTREAM -> table.getDownstream();
    };
  }

  private LineageTree column(
      Place place, @Nullable KnownColumnEdge by, Direction direction, Set<Place> seen) {
    String how = by == null ? null : how(by.getEdge());
    String run = by == null ? null : by.getRunId();
    if (!seen.add(place)) {
      return new LineageTree(place.name(), how, run, true, List.of());
    }
    List<LineageTree> branches =
        edges(place, direction).stream().map(edge -> branch(edge, direction, seen)).toList();
    return new LineageTree(place.name(), how, run, false, branches);
  }

  /** Only values are walked further: what decides on rows decides on all columns alike. */
  private LineageTree branch(KnownColumnEdge known, Direction direction, Set<Place> seen) {
    ColumnEdge edge = known.getEdge();
    Place other = far(edge, direction);
    return edge.getKind() == EdgeKind.DIRECT
        ? column(other, known, direction, seen)
        : new LineageTree(other.name(), how(edge), known.getRunId(), false, List.of());
  }

  private List<KnownColumnEdge> edges(Place place, Direction direction) {
    TableLineageState table = datasets.get(place.dataset());
    if (table == null) {
      return List.of();
    }
    return switch (direction) {
      case UPSTREAM ->
          table.getColumnUpstream().stream()
              .filter(known -> place.column().equals(known.getEdge().getTargetColumn()))
              .toList();
      case DOWNSTREAM ->
          table.getColumnDownstream().stream()
              .filter(known -> place.column().equals(known.getEdge().getSourceColumn()))
              .toList();
    };
  }

  private static Place far(ColumnEdge edge, Direction direction) {
    return switch (direction) {
      case UPSTREAM -> new Place(edge.getSourceDataset(), edge.getSourceColumn());
      case DOWNSTREAM ->
          new Place(
              edge.getTargetDataset(), Objects.requireNonNullElse(edge.getTargetColumn(), "*"));
    };
  }

  private static String how(ColumnEdge edge) {
    String expression = edge.getExpression();
    return expression == null ? edge.getSubtype().name() : edge.getSubtype() + " " + expression;
  }
}
