package io.weirworks.lineage.metadata.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.classification.Sensitivity;
import io.weirworks.lineage.classification.Verdict;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.BusinessMetadata;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.EntityId;
import io.weirworks.lineage.metadata.TableDdl;
import io.weirworks.lineage.metadata.TableSnapshot;
import io.weirworks.lineage.metadata.adapter.PartitionViews.PartitionPage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Data Map answers, as JSON. */
final class MetadataViews {

  private MetadataViews() {}

  /**
   * How sensitive a column is.
   *
   * @param sensitiveType absent: nothing sensitive, said by hand
   * @param level of the built-in template, 1 (least) to 4 (most sensitive); 0: not sensitive
   * @param by HAND, RULE or INHERITED
   * @param because the rule, or the column that it is inherited from; absent by hand
   */
  @Serdeable
  public record ClassificationView(
      @Nullable String sensitiveType,
      @Nullable String category,
      int level,
      String by,
      @Nullable String because) {

    static ClassificationView of(Verdict verdict) {
      Sensitivity told = verdict.sensitivity();
      return new ClassificationView(
          told == null ? null : told.type(),
          told == null ? null : told.category().name(),
          told == null ? 0 : told.level(),
          verdict.by().name(),
          said(verdict.because()));
    }
  }

  /**
   * A column.
   *
   * @param id in the vendor's form, such as hms-column:local::flights::airports:iata
   * @param type absent where a query defines it
   * @param comment the metastore's
   * @param description what people say
   * @param partition whether it partitions the table
   */
  @Serdeable
  public record ColumnView(
      String id,
      String name,
      @Nullable String type,
      @Nullable String comment,
      @Nullable String description,
      boolean partition,
      @Nullable ClassificationView classification) {

    static ColumnView of(
        EntityId ids, DatasetRef table, DescribedColumn column, Optional<Verdict> verdict) {
      return new ColumnView(
          ids.column(table, column.name()),
          column.name(),
          column.type(),
          column.comment(),
          said(column.description()),
          column.partition(),
          verdict.map(ClassificationView::of).orElse(null));
    }
  }

  /**
   * What a metastore says of a table.
   *
   * @param partitions in Hive's form, the last by name first; at most 1,000 of partitionCount
   * @param takenAt when it was asked
   */
  @Serdeable
  public record MetastoreView(
      @Nullable String comment,
      @Nullable String location,
      @Nullable String format,
      List<String> partitions,
      int partitionCount,
      @Nullable Instant createdAt,
      @Nullable Instant modifiedAt,
      Instant takenAt) {

    static MetastoreView of(TableSnapshot snapshot) {
      return new MetastoreView(
          snapshot.comment(),
          snapshot.location(),
          snapshot.format(),
          snapshot.partitions(),
          snapshot.partitionCount(),
          snapshot.createdAt(),
          snapshot.modifiedAt(),
          snapshot.takenAt());
    }
  }

  /**
   * A table with all that is known of it.
   *
   * @param id in the vendor's form, such as hms-table:local::flights::airports
   * @param dataset its id in lineage
   * @param owner whom people name, else whom the metastore names
   * @param collections names of the categories and albums that it is in
   * @param columns in order; empty where they are not known
   * @param metastore absent where none was asked
   * @param partitions the first of them, the last by name first
   * @param ddl a statement that makes such a table; absent where its columns' types are not known
   * @param outputs jobs that write it, the latest first
   */
  @Serdeable
  public record TableMetadataView(
      String id,
      String dataset,
      String kind,
      String name,
      @Nullable String usageNote,
      @Nullable String description,
      @Nullable String owner,
      List<String> tags,
      List<String> collections,
      List<ColumnView> columns,
      @Nullable MetastoreView metastore,
      PartitionPage partitions,
      @Nullable String ddl,
      TableTimes times,
      List<UseQueries.Output> outputs,
      UseQueries.Usage usage) {

    static TableMetadataView of(EntityId ids, DataMap.Page page) {
      DescribedTable table = page.card().table();
      DatasetRef dataset = table.dataset();
      BusinessMetadata business = table.metadata().business();
      return new TableMetadataView(
          ids.table(dataset),
          dataset.id(),
          dataset.kind().name(),
          dataset.name(),
          said(business.usageNote()),
          said(business.description()),
          said(table.owner()),
          business.tags(),
          page.card().collections(),
          table.columns().stream()
              .map(
                  column ->
                      ColumnView.of(
                          ids,
                          dataset,
                          column,
                          Optional.ofNullable(page.verdicts().get(column.name()))))
              .toList(),
          Optional.ofNullable(table.metadata().snapshot()).map(MetastoreView::of).orElse(null),
          PartitionPage.first(page.partitions()),
          TableDdl.of(table).orElse(null),
          TableTimes.of(page),
          page.outputs(),
          page.usage());
    }
  }

  static @Nullable String said(String text) {
    return text.isEmpty() ? null : text;
  }
}
