package io.weirworks.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.hive.metastore.api.Table;
import org.jspecify.annotations.Nullable;

/**
 * A line about a table: {@code database}, {@code table}, {@code type}, {@code owner}, {@code
 * comment}, {@code columns} and {@code partitionColumns} (each {@code name}, {@code type}, {@code
 * comment}), {@code partitions} (the last {@value #LAST_PARTITIONS} by name, the last first),
 * {@code partitionCount}, {@code location}, {@code format}; {@code createdAt}, {@code modifiedAt},
 * {@code takenAt} in milliseconds since the epoch. What the metastore does not say is left out. Of
 * a table that could not be read: {@code database}, {@code table}, {@code unread} with the cause.
 * Where the metastore could not be asked: {@code failed} with the cause.
 */
final class SnapshotLine {
  static final int LAST_PARTITIONS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SnapshotLine() {}

  /**
   * The line of a table.
   *
   * @param partitions names of all its partitions
   * @param takenAt milliseconds since the epoch, not after it was read
   */
  static byte[] of(
      String database, String name, Table table, List<String> partitions, long takenAt) {
    var line = named(database, name);
    put(line, "type", table.getTableType());
    put(line, "owner", table.getOwner());
    put(line, "comment", TableFiles.properties(table).get("comment"));
    fields(line.putArray("columns"), TableColumns.of(table));
    fields(line.putArray("partitionColumns"), TableColumns.partitioning(table));
    var names = line.putArray("partitions");
    partitions.stream()
        .sorted(Comparator.reverseOrder())
        .limit(LAST_PARTITIONS)
        .forEach(names::add);
    line.put("partitionCount", partitions.size());
    put(line, "location", TableFiles.location(table));
    put(line, "format", TableFiles.format(table));
    putSeconds(line, "createdAt", table.getCreateTime());
    putSeconds(line, "modifiedAt", modified(table));
    line.put("takenAt", takenAt);
    return bytes(line);
  }

  static byte[] unread(String database, String table, Exception cause) {
    return bytes(named(database, table).put("unread", cause(cause)));
  }

  static byte[] failed(String uri, Exception cause) {
    var text = "the metastore %s could not be asked: %s".formatted(uri, cause(cause));
    return bytes(JSON.createObjectNode().put("failed", text));
  }

  /** Without the stack that Hive puts into its messages. */
  private static String cause(Exception cause) {
    var message = cause.getMessage();
    return message == null
        ? cause.getClass().getName()
        : message.lines().findFirst().orElse(cause.getClass().getName());
  }

  private static ObjectNode named(String database, String table) {
    return JSON.createObjectNode().put("database", database).put("table", table);
  }

  private static void fields(ArrayNode array, List<TableColumn> fields) {
    for (var field : fields) {
      var said = array.addObject().put("name", field.name()).put("type", field.type());
      put(said, "comment", field.comment());
    }
  }

  private static void put(ObjectNode line, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      line.put(name, text);
    }
  }

  private static void putSeconds(ObjectNode line, String name, long seconds) {
    if (seconds > 0) {
      line.put(name, seconds * 1_000);
    }
  }

  /** Hive's ALTER says the one, the metastore itself the other. */
  private static long modified(Table table) {
    return Math.max(
        seconds(TableFiles.properties(table).get("last_modified_time")),
        seconds(TableFiles.properties(table).get("transient_lastDdlTime")));
  }

  private static long seconds(@Nullable String text) {
    return text != null && text.matches("\\d{1,11}") ? Long.parseLong(text) : 0;
  }

  private static byte[] bytes(ObjectNode line) {
    return (line + "\n").getBytes(UTF_8);
  }
}
