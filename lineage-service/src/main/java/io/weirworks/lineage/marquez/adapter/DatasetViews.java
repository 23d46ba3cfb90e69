package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.metadata.TableSnapshot;
import io.weirworks.lineage.openlineage.OpenLineageName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Datasets as Marquez's JSON has them. What we do not keep is null or empty, never guessed. */
final class DatasetViews {

  /** Tables and files both: Marquez has streams besides. */
  static final String TYPE = "DB_TABLE";

  private DatasetViews() {}

  /** Name of a dataset or a job. */
  @Serdeable
  public record Id(String namespace, String name) {

    static Id of(DatasetRef dataset) {
      OpenLineageName name = OpenLineageName.of(dataset);
      return new Id(name.namespace(), name.name());
    }

    /** Of a dataset that edges name by its id. */
    static Id of(String dataset) {
      return DatasetNames.parse(dataset).map(Id::of).orElseGet(() -> new Id("", dataset));
    }
  }

  /**
   * A column.
   *
   * @param type as written; null where a query defines it
   * @param description what people say, else the metastore's comment; null where neither says any
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Field(
      String name, @Nullable String type, List<String> tags, @Nullable String description) {

    static List<Field> of(DescribedTable table) {
      return table.columns().stream().map(Field::of).toList();
    }

    private static Field of(DescribedColumn column) {
      String said = column.description().isEmpty() ? column.comment() : column.description();
      return new Field(column.name(), column.type(), List.of(), said);
    }
  }

  /**
   * A column that another is made from.
   *
   * @param transformationDescription the expression, as written
   * @param transformationType IDENTITY, TRANSFORMATION, AGGREGATION, or how else it has its part
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record InputField(
      String namespace,
      String dataset,
      @Nullable String datasetVersion,
      String field,
      @Nullable String transformationDescription,
      String transformationType) {}

  /** What a column is made from. */
  @Serdeable
  public record InputFields(String name, List<InputField> inputFields) {}

  /**
   * A dataset.
   *
   * @param createdAt the first run whose word of it is kept; else as updatedAt
   * @param updatedAt end of the latest run that touched it
   * @param tags of the Data Map
   * @param description what people say, else the metastore's comment; null where neither says any
   * @param facets what else the Data Map knows ({@link DatasetFacets})
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DatasetView(
      Id id,
      String type,
      String name,
      String physicalName,
      Instant createdAt,
      Instant updatedAt,
      String namespace,
      String sourceName,
      List<Field> fields,
      List<String> tags,
      Instant lastModifiedAt,
      @Nullable String description,
      Map<String, Object> facets,
      boolean deleted,
      List<InputFields> columnLineage) {

    /**
     * @param metadata what people and the metastore say
     */
    static DatasetView of(
        TableRow row,
        Optional<TableMetadata> metadata,
        Instant createdAt,
        List<InputFields> columnLineage) {
      Id id = Id.of(row.dataset());
      DescribedTable table = DescribedTable.of(row.dataset(), row.schema(), metadata);
      TableMetadata said = table.metadata();
      return new DatasetView(
          id,
          TYPE,
          id.name(),
          id.name(),
          createdAt,
          row.updatedAt(),
          id.namespace(),
          id.namespace(),
          Field.of(table),
          said.business().tags(),
          row.updatedAt(),
          description(said),
          DatasetFacets.of(table),
          false,
          columnLineage);
    }

    private static @Nullable String description(TableMetadata said) {
      TableSnapshot snapshot = said.snapshot();
      String described = said.business().description();
      return described.isEmpty() ? (snapshot == null ? null : snapshot.comment()) : described;
    }
  }

  /** A page of datasets. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DatasetPage(List<DatasetView> datasets, int totalCount) {}
}
