package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.ColumnEdge;
import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.DatasetEdge;
import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.Span;
import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.StatementLineage;
import io.weirworks.lineage.sql.scope.Source;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement is found to write, collected while it is read. */
final class Writes {
  private final Session session;
  private final Set<Dataset> outputs = new LinkedHashSet<>();
  private final Set<ColumnEdge> columnEdges = new LinkedHashSet<>();
  private final Set<DatasetEdge> datasetEdges = new LinkedHashSet<>();
  private final List<SchemaChange> schemaChanges = new ArrayList<>();
  private final List<PartitionChange> partitionChanges = new ArrayList<>();

  Writes(Session session) {
    this.session = session;
  }

  void output(Dataset dataset) {
    outputs.add(dataset);
  }

  /** The target column is made of, or decided by, the sources. */
  void column(ColumnRef to, Sources sources, Optional<SqlText> expression, boolean bySchema) {
    for (Source source : sources) {
      boolean fromCatalogue = bySchema || source.fromCatalogue();
      columnEdges.add(
          new ColumnEdge(source.column(), to, source.dependency(), expression, fromCatalogue));
    }
  }

  /** The sources decide about all columns of the target. */
  void influences(Dataset to, Sources sources) {
    for (Source source : sources) {
      switch (source.dependency()) {
        case Indirect indirect ->
            datasetEdges.add(
                new DatasetEdge(source.column(), to, indirect, source.fromCatalogue()));
        case Direct direct ->
            throw new IllegalStateException("an influence is indirect, not " + direct);
      }
    }
  }

  /** A change of schema counts at once for what follows in the script. */
  void schema(SchemaChange change) {
    schemaChanges.add(change);
    session.apply(change);
  }

  void partition(PartitionChange change) {
    partitionChanges.add(change);
  }

  StatementLineage lineage(int index, Span span, Set<Dataset> reads) {
    return new StatementLineage(
        index,
        span,
        Collections.unmodifiableSet(new LinkedHashSet<>(reads)),
        Collections.unmodifiableSet(outputs),
        List.copyOf(columnEdges),
        List.copyOf(datasetEdges),
        List.copyOf(schemaChanges),
        List.copyOf(partitionChanges),
        Optional.empty());
  }
}
