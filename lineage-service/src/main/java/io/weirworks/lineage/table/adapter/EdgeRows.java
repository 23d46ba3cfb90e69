package io.weirworks.lineage.table.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.messaging.Effect;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Edges as rows of their own, for reads over many datasets. An edge's row is written with its
 * target, in whose shard all that is said of it comes one after the other; an older confirmation
 * leaves a newer one as it is.
 */
final class EdgeRows {

  private static final List<String> CONFIRMATION =
      List.of("run_id", "statement_index", "observed_at");

  private static final String TABLE_EDGE =
      upsert("table_edge", List.of("source_dataset", "target_dataset"), CONFIRMATION);

  private static final String COLUMN_EDGE =
      upsert(
          "column_edge",
          List.of("source_dataset", "source_column", "target_dataset", "target_column", "flow"),
          Stream.concat(Stream.of("expression", "from_catalogue"), CONFIRMATION.stream()).toList());

  private EdgeRows() {}

  /** {@code confirmed_by} comes last: the others are compared with it as it was. */
  private static String upsert(String table, List<String> identity, List<String> latest) {
    List<String> columns = new ArrayList<>();
    columns.add("id");
    columns.addAll(identity);
    columns.addAll(latest);
    columns.add("confirmed_by");
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    String updates =
        latest.stream()
            .map(
                c -> c + " = IF(confirmed_by < VALUES(confirmed_by), VALUES(" + c + "), " + c + ")")
            .collect(Collectors.joining(", "));
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + places
        + ") ON DUPLICATE KEY UPDATE "
        + updates
        + ", confirmed_by = GREATEST(confirmed_by, VALUES(confirmed_by))";
  }

  static List<Effect> writes(TableUpdate update) {
    String id = update.dataset().id();
    List<Effect> writes = new ArrayList<>();
    update.tableEdges().stream()
        .filter(edge -> edge.targetDataset().equals(id))
        .forEach(edge -> writes.add(write(edge, update.by())));
    update.columnEdges().stream()
        .filter(edge -> edge.targetDataset().equals(id))
        .forEach(edge -> writes.add(write(edge, update.by())));
    return writes;
  }

  private static Effect write(TableEdge edge, Confirmation by) {
    return new Effect.Write(
        TABLE_EDGE, row(edge, List.of(edge.source().id(), edge.target().id()), by));
  }

  private static Effect write(ColumnEdge edge, Confirmation by) {
    return new Effect.Write(
        COLUMN_EDGE,
        row(
            edge,
            List.of(
                edge.sourceDataset(),
                edge.sourceColumn(),
                edge.targetDataset(),
                edge.targetColumn() == null ? "" : edge.targetColumn(),
                edge.flow().name(),
                edge.expression() == null ? "" : edge.expression(),
                edge.fromCatalogue()),
            by));
  }

  private static List<Object> row(Edge edge, List<Object> own, Confirmation by) {
    List<Object> row = new ArrayList<>();
    row.add(HexFormat.of().formatHex(sha256(edge.key())));
    row.addAll(own);
    row.add(by.runId());
    row.add(by.statementIndex());
    row.add(LocalDateTime.ofInstant(by.observedAt(), ZoneOffset.UTC));
    row.add(order(by));
    return row;
  }

  /** A text that sorts as confirmations do. */
  private static String order(Confirmation by) {
    return String.format(
        Locale.ROOT,
        "%019d %s %010d",
        by.observedAt().toEpochMilli(),
        by.runId(),
        by.statementIndex());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
