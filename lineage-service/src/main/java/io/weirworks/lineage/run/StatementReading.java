package io.weirworks.lineage.run;

import io.weirworks.lineage.catalogue.ScriptCatalogue;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.DatasetEdge;
import io.weirworks.lineage.sql.Dependency;
import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lineage of one statement in the terms that are told and kept. */
final class StatementReading {

  private static final int COLUMNS_NAMED = 5;

  private final RunStatement statement;
  private final List<ColumnEdge> columnEdges = new ArrayList<>();
  private final TreeSet<String> unattributed = new TreeSet<>();

  private StatementReading(RunStatement statement) {
    this.statement = statement;
  }

  static Finding of(RunStatement statement, StatementLineage lineage, ScriptCatalogue catalogue) {
    return new StatementReading(statement).read(lineage, catalogue);
  }

  private Finding read(StatementLineage lineage, ScriptCatalogue catalogue) {
    lineage.columnEdges().forEach(this::add);
    lineage.datasetEdges().forEach(this::add);
    List<DatasetRef> inputs = refs(lineage.inputs());
    List<DatasetRef> outputs = refs(lineage.outputs());
    StatementRecord record =
        new StatementRecord(
            statement.index(),
            statement.sha256(),
            inputs,
            outputs,
            pairs(inputs, outputs),
            columnEdges,
            catalogue.apply(lineage.schemaChanges()),
            lineage.partitionChanges(),
            Map.of());
    return new Finding(
        statement.index(),
        record.touchesNothing() ? Optional.empty() : Optional.of(record),
        unknown());
  }

  private static List<DatasetRef> refs(Collection<Dataset> datasets) {
    return datasets.stream().flatMap(dataset -> DatasetNames.of(dataset).stream()).toList();
  }

  private static List<TableEdge> pairs(List<DatasetRef> inputs, List<DatasetRef> outputs) {
    return inputs.stream()
        .flatMap(input -> outputs.stream().map(output -> new TableEdge(input, output)))
        .toList();
  }

  private void add(io.weirworks.lineage.sql.ColumnEdge edge) {
    String expression =
        edge.expression().map(SqlText::text).map(StatementReading::cut).orElse(null);
    add(
        edge.from(),
        edge.to().dataset(),
        edge.to().column(),
        edge.dependency(),
        expression,
        edge.fromCatalogue());
  }

  private void add(DatasetEdge edge) {
    add(edge.from(), edge.to(), null, edge.dependency(), null, edge.fromCatalogue());
  }

  private void add(
      ColumnRef from,
      Dataset to,
      @Nullable String column,
      Dependency dependency,
      @Nullable String expression,
      boolean fromCatalogue) {
    Optional<DatasetRef> target = DatasetNames.of(to);
    if (target.isEmpty()) {
      return; // the rows of a bare SELECT go to nobody that is known
    }
    Optional<DatasetRef> source = DatasetNames.of(from.dataset());
    if (source.isEmpty()) {
      unattributed.add(from.column());
      return;
    }
    columnEdges.add(
        new ColumnEdge(
            source.get().id(),
            from.column(),
            target.get().id(),
            column,
            flow(dependency),
            expression,
            fromCatalogue));
  }

  private static Flow flow(Dependency dependency) {
    return switch (dependency) {
      case Dependency.Direct direct -> Flow.valueOf(direct.name());
      case Dependency.Indirect indirect -> Flow.valueOf(indirect.name());
    };
  }

  private static String cut(String expression) {
    int most = ColumnEdge.LONGEST_EXPRESSION;
    if (expression.length() <= most) {
      return expression;
    }
    return expression.substring(
        0, Character.isHighSurrogate(expression.charAt(most - 1)) ? most - 1 : most);
  }

  private Optional<Gap> unknown() {
    if (unattributed.isEmpty()) {
      return Optional.empty();
    }
    String some = String.join(", ", unattributed.stream().limit(COLUMNS_NAMED).toList());
    return Optional.of(
        Gap.of(
            statement,
            Gap.Code.COLUMN_NOT_ATTRIBUTED,
            unattributed.size()
                + " columns may be of several tables and were left out: "
                + some
                + "; qualify them with the table's alias"));
  }
}
