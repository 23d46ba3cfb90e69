package io.weirworks.standalone.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.TableSnapshot;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.standalone.StandaloneException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line that the process tells which asks a metastore (spark-runtime, {@code SnapshotLine}). */
sealed interface CrawledLine {

  JsonMapper JSON = JsonMapper.builder().build();

  /** A table as the metastore has it, within what a record holds. */
  record Found(String database, String table, TableSnapshot snapshot) implements CrawledLine {}

  /** A table that the metastore could not tell. */
  record Unread(String database, String table, String cause) implements CrawledLine {}

  /** The metastore could not be asked, or not any more; the last line. */
  record Failed(String cause) implements CrawledLine {}

  /**
   * Reads a line.
   *
   * @throws StandaloneException {@code CRAWL_FAILED} where it is none
   */
  static CrawledLine of(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json.has("failed")) {
        return new Failed(json.path("failed").asText());
      }
      String database = json.required("database").asText();
      String table = json.required("table").asText();
      return json.has("unread")
          ? new Unread(database, table, json.path("unread").asText())
          : new Found(database, table, snapshot(json));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new StandaloneException(
          StandaloneException.Code.CRAWL_FAILED,
          "what was told of the metastore is no table: " + line,
          e);
    }
  }

  private static TableSnapshot snapshot(JsonNode json) {
    List<String> partitions = new ArrayList<>();
    json.path("partitions").forEach(name -> partitions.add(name.asText()));
    return new TableSnapshot(
        fields(json.path("columns")),
        fields(json.path("partitionColumns")),
        partitions,
        json.path("partitionCount").asInt(),
        text(json, "owner"),
        text(json, "comment"),
        location(text(json, "location")),
        text(json, "format"),
        time(json, "createdAt"),
        time(json, "modifiedAt"),
        Instant.ofEpochMilli(json.required("takenAt").asLong()));
  }

  private static List<TableSnapshot.Field> fields(JsonNode columns) {
    List<TableSnapshot.Field> fields = new ArrayList<>();
    columns.forEach(
        column ->
            fields.add(
                new TableSnapshot.Field(
                    column.required("name").asText(),
                    column.required("type").asText(),
                    text(column, "comment"))));
    return fields;
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.path(name).asText() : null;
  }

  private static @Nullable Instant time(JsonNode json, String name) {
    return json.hasNonNull(name) ? Instant.ofEpochMilli(json.path(name).asLong()) : null;
  }

  /** Some write keys into a path, before an '@'; they are nobody's business. */
  private static @Nullable String location(@Nullable String written) {
    return written == null || !written.contains("@")
        ? written
        : DatasetNames.of(new PathName(written)).map(DatasetRef::name).orElse(null);
  }
}
