package io.weirworks.lineage.graph.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.table.TableHistory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the reads answer about who said something and when, as JSON. */
final class HistoryViews {

  private HistoryViews() {}

  /** Which ways an edge is known: STATIC, RUNTIME or STATIC,RUNTIME. */
  static String knownBy(Known<?> known) {
    return known.saidBy().stream()
        .map(by -> by.writer().knownBy())
        .distinct()
        .sorted()
        .map(KnownBy::name)
        .collect(Collectors.joining(","));
  }

  /**
   * A job that says an edge.
   *
   * @param knownBy STATIC or RUNTIME
   * @param firstRunId its first run that said so
   * @param lastRunId its latest
   */
  @Serdeable
  public record SaidBy(
      String namespace,
      String job,
      String knownBy,
      String firstRunId,
      Instant firstObservedAt,
      String lastRunId,
      Instant lastObservedAt) {

    static List<SaidBy> of(Known<?> known) {
      return known.saidBy().stream().map(SaidBy::of).toList();
    }

    private static SaidBy of(Provenance by) {
      return new SaidBy(
          by.writer().job().namespace(),
          by.writer().job().name(),
          by.writer().knownBy().name(),
          by.first().runId(),
          by.first().observedAt(),
          by.last().runId(),
          by.last().observedAt());
    }
  }

  /**
   * An edge that came or went.
   *
   * @param sourceColumn absent for an edge between datasets
   * @param targetColumn absent for the dataset as a whole
   * @param subtype absent for an edge between datasets
   */
  @Serdeable
  public record ChangedEdge(
      String source,
      @Nullable String sourceColumn,
      @Nullable String targetColumn,
      @Nullable String subtype,
      @Nullable String expression) {

    static ChangedEdge of(TableEdge edge) {
      return new ChangedEdge(edge.sourceDataset(), null, null, null, null);
    }

    static ChangedEdge of(ColumnEdge edge) {
      return new ChangedEdge(
          edge.sourceDataset(),
          edge.sourceColumn(),
          edge.targetColumn(),
          edge.flow().name(),
          edge.expression());
    }
  }

  /**
   * A change.
   *
   * @param at when the run ended
   * @param dropped whether it dropped the dataset
   */
  @Serdeable
  public record VersionView(
      Instant at,
      String runId,
      int statementIndex,
      String namespace,
      String job,
      String knownBy,
      boolean complete,
      boolean dropped,
      List<ChangedEdge> tablesAdded,
      List<ChangedEdge> tablesRemoved,
      List<ChangedEdge> columnsAdded,
      List<ChangedEdge> columnsRemoved) {

    static VersionView of(TableHistory.Change change) {
      TableHistory.Said said = change.said();
      return new VersionView(
          said.by().observedAt(),
          said.by().runId(),
          said.by().statementIndex(),
          said.writer().job().namespace(),
          said.writer().job().name(),
          said.writer().knownBy().name(),
          said.complete(),
          said.dropped(),
          change.tablesAdded().stream().map(ChangedEdge::of).toList(),
          change.tablesRemoved().stream().map(ChangedEdge::of).toList(),
          change.columnsAdded().stream().map(ChangedEdge::of).toList(),
          change.columnsRemoved().stream().map(ChangedEdge::of).toList());
    }
  }

  /**
   * What changed of a dataset's edges, latest first.
   *
   * @param truncated whether there were more changes before
   */
  @Serdeable
  public record Versions(String table, List<VersionView> versions, boolean truncated) {}
}
