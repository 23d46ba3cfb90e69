package io.weirworks.lineage.sql.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weirworks.lineage.sql.ColumnEdge;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.DatasetEdge;
import io.weirworks.lineage.sql.Dependency;
import io.weirworks.lineage.sql.Diagnostic;
import io.weirworks.lineage.sql.Span;
import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement.
 *
 * @param columns what each target column is made of and what decides about it
 * @param datasets what decides about all columns of a target
 * @param diagnostic why there is no lineage, where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementReport(
    int index,
    Span span,
    boolean parsed,
    List<String> inputs,
    List<String> outputs,
    List<Column> columns,
    List<OfDataset> datasets,
    @Nullable Diagnostic diagnostic) {

  /**
   * A column edge; {@code type} and {@code subtype} are those of OpenLineage's columnLineage facet.
   *
   * @param expression as written; absent where {@code *} or a whole table hands the column on
   * @param fromCatalogue whether a schema from outside the statement was needed to say so
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Column(
      String from,
      String to,
      String type,
      String subtype,
      @Nullable SqlText expression,
      boolean fromCatalogue) {}

  /** An edge from a column to the whole target. */
  public record OfDataset(
      String from, String to, String type, String subtype, boolean fromCatalogue) {}

  static StatementReport of(StatementLineage statement) {
    return new StatementReport(
        statement.index(),
        statement.span(),
        statement.diagnostic().isEmpty(),
        ids(statement.inputs()),
        ids(statement.outputs()),
        statement.columnEdges().stream().map(StatementReport::column).toList(),
        statement.datasetEdges().stream().map(StatementReport::ofDataset).toList(),
        statement.diagnostic().orElse(null));
  }

  private static List<String> ids(Collection<Dataset> datasets) {
    return datasets.stream().map(Dataset::id).toList();
  }

  private static Column column(ColumnEdge edge) {
    return new Column(
        edge.from().id(),
        edge.to().id(),
        type(edge.dependency()),
        edge.dependency().toString(),
        edge.expression().orElse(null),
        edge.fromCatalogue());
  }

  private static OfDataset ofDataset(DatasetEdge edge) {
    return new OfDataset(
        edge.from().id(),
        edge.to().id(),
        type(edge.dependency()),
        edge.dependency().toString(),
        edge.fromCatalogue());
  }

  private static String type(Dependency dependency) {
    return switch (dependency) {
      case Dependency.Direct _ -> "DIRECT";
      case Dependency.Indirect _ -> "INDIRECT";
    };
  }
}
