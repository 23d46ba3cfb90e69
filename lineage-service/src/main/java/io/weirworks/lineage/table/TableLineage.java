package io.weirworks.lineage.table;

import io.weirworks.lineage.catalogue.SchemaHistory;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.KnownEdges;
import io.weirworks.lineage.dataset.TableEdge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dataset and all that is known of it. Updates commute and repeat without effect, so any order
 * and any repetition gives the same graph (DESIGN 7, R55).
 *
 * @param upstream what it was made from
 * @param downstream what was made from it
 * @param columnUpstream edges into its columns
 * @param columnDownstream edges out of its columns
 * @param updatedAt end of the latest run that touched it
 */
public record TableLineage(
    DatasetRef dataset,
    SchemaHistory schema,
    KnownEdges<TableEdge> upstream,
    KnownEdges<TableEdge> downstream,
    KnownEdges<ColumnEdge> columnUpstream,
    KnownEdges<ColumnEdge> columnDownstream,
    Instant updatedAt) {

  private static TableLineage of(DatasetRef dataset) {
    return new TableLineage(
        dataset,
        SchemaHistory.EMPTY,
        KnownEdges.none(),
        KnownEdges.none(),
        KnownEdges.none(),
        KnownEdges.none(),
        Instant.EPOCH);
  }

  /** The event that an update leads to; empty where it says nothing new. */
  public static Optional<TableUpdate> decide(@Nullable TableLineage state, TableUpdate update) {
    return evolve(state, update).equals(state) ? Optional.empty() : Optional.of(update);
  }

  public static TableLineage evolve(@Nullable TableLineage state, TableUpdate update) {
    TableLineage before = state == null ? of(update.dataset()) : state;
    String id = before.dataset.id();
    Instant seen = update.by().observedAt();
    return new TableLineage(
        before.dataset,
        before.schema.with(update.schemaChanges(), update.by()),
        before.upstream.with(into(id, update.tableEdges()), update.by()),
        before.downstream.with(outOf(id, update.tableEdges()), update.by()),
        before.columnUpstream.with(into(id, update.columnEdges()), update.by()),
        before.columnDownstream.with(outOf(id, update.columnEdges()), update.by()),
        seen.isAfter(before.updatedAt) ? seen : before.updatedAt);
  }

  private static <E extends Edge> List<E> into(String id, List<E> edges) {
    return at(id, edges, Edge::targetDataset);
  }

  private static <E extends Edge> List<E> outOf(String id, List<E> edges) {
    return at(id, edges, Edge::sourceDataset);
  }

  private static <E extends Edge> List<E> at(String id, List<E> edges, Function<Edge, String> end) {
    return edges.stream().filter(edge -> end.apply(edge).equals(id)).toList();
  }
}
