package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the rows of datasets. */
@Singleton
public class TableQueries {

  /** A dataset as lists show it. */
  public record TableRow(DatasetRef dataset, Optional<TableSchema> schema, Instant updatedAt) {}

  /** When a dataset was first heard of. */
  public record Appeared(DatasetRef dataset, Instant at) {}

  /** Longest IN list of one statement. */
  private static final int LIST = 500;

  private static final String SELECT =
      "SELECT id, kind, name, table_schema, updated_at FROM lineage_table WHERE ";

  private final DatabaseReads reads;

  TableQueries(DatabaseReads reads) {
    this.reads = reads;
  }

  /** Those of these datasets that are known, in no order. */
  public List<TableRow> all(Collection<String> ids) {
    List<String> list = List.copyOf(ids);
    List<TableRow> all = new ArrayList<>();
    for (int from = 0; from < list.size(); from += LIST) {
      List<String> part = list.subList(from, Math.min(from + LIST, list.size()));
      String places = String.join(",", Collections.nCopies(part.size(), "?"));
      all.addAll(rows(SELECT + "id IN (" + places + ")", part.toArray()));
    }
    return all;
  }

  /** Every dataset in the order of ids, without its schema. */
  public List<TableRow> names() {
    return rows(
        "SELECT id, kind, name, '' AS table_schema, updated_at FROM lineage_table ORDER BY id");
  }

  /** Every dataset with when it was first heard of, in no order. */
  public List<Appeared> appeared() {
    return reads.rows(
        "SELECT id, kind, name, created_at FROM lineage_table",
        row -> new Appeared(dataset(row), time(row, "created_at")));
  }

  public Optional<TableRow> find(String id) {
    return rows(SELECT + "id = ?", id).stream().findFirst();
  }

  /**
   * A page in the order of ids.
   *
   * @param after id behind which it begins; empty for the first
   * @param part of the id that is looked for, empty for all
   */
  List<TableRow> page(String after, String part, int limit) {
    return rows(SELECT + "id > ? AND LOCATE(?, id) > 0 ORDER BY id LIMIT ?", after, part, limit);
  }

  private List<TableRow> rows(String sql, Object... parameters) {
    return reads.rows(sql, TableQueries::row, parameters);
  }

  private static TableRow row(ResultSet row) throws SQLException {
    return new TableRow(
        dataset(row), LineageJson.schema(row.getString("table_schema")), time(row, "updated_at"));
  }

  private static DatasetRef dataset(ResultSet row) throws SQLException {
    return new DatasetRef(
        row.getString("id"), DatasetKind.valueOf(row.getString("kind")), row.getString("name"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
