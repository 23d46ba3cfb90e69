package io.weirworks.lineage.catalogue.adapter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.Optional;

/** Domain records as the JSON text of a column; the domain itself carries no annotations. */
public final class LineageJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addMixIn(SchemaChange.class, NamedChange.class)
          .build();

  private LineageJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SchemaChange.Created.class, name = "created"),
    @JsonSubTypes.Type(value = SchemaChange.CreatedLike.class, name = "createdLike"),
    @JsonSubTypes.Type(value = SchemaChange.ColumnsAdded.class, name = "columnsAdded"),
    @JsonSubTypes.Type(value = SchemaChange.ColumnsReplaced.class, name = "columnsReplaced"),
    @JsonSubTypes.Type(value = SchemaChange.ColumnsDropped.class, name = "columnsDropped"),
    @JsonSubTypes.Type(value = SchemaChange.ColumnRenamed.class, name = "columnRenamed"),
    @JsonSubTypes.Type(value = SchemaChange.Renamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = SchemaChange.Dropped.class, name = "dropped")
  })
  private interface NamedChange {}

  public static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " cannot be written", e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
    }
  }

  /** Schema of a table; an empty text where its columns are not known. */
  public static Optional<TableSchema> schema(String json) {
    return json.isEmpty() ? Optional.empty() : Optional.of(read(json, TableSchema.class));
  }
}
