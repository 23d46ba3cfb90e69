package io.weirworks.lineage.dataset.adapter;

import io.weirworks.contract.lineage.Dataset;
import io.weirworks.contract.lineage.EdgeKind;
import io.weirworks.contract.lineage.EdgeSubtype;
import io.weirworks.contract.lineage.LineageSource;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import org.jspecify.annotations.Nullable;

/** Datasets and edges to the contract's records and back. */
public final class DatasetRecords {

  private DatasetRecords() {}

  public static Dataset record(DatasetRef dataset) {
    io.weirworks.contract.lineage.DatasetKind kind =
        switch (dataset.kind()) {
          case TABLE -> io.weirworks.contract.lineage.DatasetKind.TABLE;
          case PATH -> io.weirworks.contract.lineage.DatasetKind.PATH;
        };
    return new Dataset(dataset.id(), kind, dataset.name());
  }

  public static DatasetRef domain(Dataset dataset) {
    DatasetKind kind =
        switch (dataset.getKind()) {
          case PATH -> DatasetKind.PATH;
          case TABLE, VIEW, UNKNOWN -> DatasetKind.TABLE;
        };
    return new DatasetRef(dataset.getId(), kind, dataset.getName());
  }

  public static LineageSource record(KnownBy knownBy) {
    return switch (knownBy) {
      case STATIC -> LineageSource.STATIC;
      case RUNTIME -> LineageSource.RUNTIME;
    };
  }

  public static KnownBy domain(LineageSource source) {
    return switch (source) {
      case STATIC, UNKNOWN -> KnownBy.STATIC;
      case RUNTIME -> KnownBy.RUNTIME;
    };
  }

  public static io.weirworks.contract.lineage.Job record(Job job) {
    return new io.weirworks.contract.lineage.Job(job.namespace(), job.name());
  }

  /** Commands from before jobs were named carry none: they share one writer. */
  public static Job domain(io.weirworks.contract.lineage.@Nullable Job job) {
    return job == null ? new Job("", "") : new Job(job.getNamespace(), job.getName());
  }

  public static io.weirworks.contract.lineage.Provenance record(Provenance by) {
    return io.weirworks.contract.lineage.Provenance.newBuilder()
        .setJob(record(by.writer().job()))
        .setKnownBy(record(by.writer().knownBy()))
        .setFirstRunId(by.first().runId())
        .setFirstStatementIndex(by.first().statementIndex())
        .setFirstObservedAt(by.first().observedAt())
        .setLastRunId(by.last().runId())
        .setLastStatementIndex(by.last().statementIndex())
        .setLastObservedAt(by.last().observedAt())
        .build();
  }

  public static Provenance domain(io.weirworks.contract.lineage.Provenance by) {
    return new Provenance(
        new Writer(domain(by.getJob()), domain(by.getKnownBy())),
        new Confirmation(by.getFirstRunId(), by.getFirstStatementIndex(), by.getFirstObservedAt()),
        new Confirmation(by.getLastRunId(), by.getLastStatementIndex(), by.getLastObservedAt()));
  }

  public static io.weirworks.contract.lineage.TableEdge record(TableEdge edge) {
    return new io.weirworks.contract.lineage.TableEdge(
        record(edge.source()), record(edge.target()));
  }

  public static TableEdge domain(io.weirworks.contract.lineage.TableEdge edge) {
    return new TableEdge(domain(edge.getSource()), domain(edge.getTarget()));
  }

  public static io.weirworks.contract.lineage.ColumnEdge record(ColumnEdge edge) {
    return io.weirworks.contract.lineage.ColumnEdge.newBuilder()
        .setSourceDataset(edge.sourceDataset())
        .setSourceColumn(edge.sourceColumn())
        .setTargetDataset(edge.targetDataset())
        .setTargetColumn(edge.targetColumn())
        .setKind(edge.flow().direct() ? EdgeKind.DIRECT : EdgeKind.INDIRECT)
        .setSubtype(EdgeSubtype.valueOf(edge.flow().name()))
        .setExpression(edge.expression())
        .setFromCatalogue(edge.fromCatalogue())
        .build();
  }

  /**
   * @throws IllegalArgumentException for a subtype of a later version: our own commands carry none
   */
  public static ColumnEdge domain(io.weirworks.contract.lineage.ColumnEdge edge) {
    return new ColumnEdge(
        edge.getSourceDataset(),
        edge.getSourceColumn(),
        edge.getTargetDataset(),
        edge.getTargetColumn(),
        Flow.valueOf(edge.getSubtype().name()),
        edge.getExpression(),
        edge.getFromCatalogue());
  }
}
