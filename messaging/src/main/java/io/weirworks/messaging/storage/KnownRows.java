package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are there already and are written anew. Most changes of a subject touch a few of its
 * columns; only those travel. One statement rewrites many rows: an INSERT whose every row meets one
 * that is there, since the portable subset has no other way. A column that stays as it is has a
 * short literal of its type in it, which no row ever gets: where a row turns out not to be there,
 * the statement fails and with it the transaction.
 */
final class KnownRows {

  /**
   * Values by column, in the order of the table's columns; the first identifies the row.
   *
   * @param before what the row holds
   * @param after what it is to hold
   */
  record Known(@Nullable Object[] before, @Nullable Object[] after) {

    private BitSet changed() {
      BitSet changed = new BitSet(after.length);
      IntStream.range(FIRST_TO_CHANGE, after.length)
          .filter(column -> !Objects.deepEquals(before[column], after[column]))
          .forEach(changed::set);
      return changed;
    }
  }

  /** A subject's id, shard, ordering key and workspace are the same for its whole life. */
  private static final int FIRST_TO_CHANGE = 4;

  /** Up to so many rows go with one statement: another one costs more than columns do. */
  private static final int FEW = 64;

  private static final int ROWS_AT_ONCE = 500;
  private static final int BYTES_AT_ONCE = 8 << 20;

  /** What the server counts for a row that was there. */
  private static final int REWRITTEN = 2;

  private final String table;
  private final List<String> columns;

  KnownRows(String table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * Writes what changed in each row.
   *
   * @throws SQLException where one of the rows is not there
   */
  void write(Connection c, List<Known> rows) throws SQLException {
    Map<BitSet, List<Known>> alike = new LinkedHashMap<>();
    for (Known row : rows) {
      alike.computeIfAbsent(row.changed(), _ -> new ArrayList<>()).add(row);
    }
    if (rows.size() <= FEW && alike.size() > 1) {
      BitSet all = new BitSet(columns.size());
      alike.keySet().forEach(all::or);
      writeAlike(c, all, rows);
      return;
    }
    for (Map.Entry<BitSet, List<Known>> each : alike.entrySet()) {
      writeAlike(c, each.getKey(), each.getValue());
    }
  }

  private void writeAlike(Connection c, BitSet changed, List<Known> rows) throws SQLException {
    List<Known> part = new ArrayList<>();
    int bytes = 0;
    for (Known row : rows) {
      int more = SubjectRow.weight(row.after());
      if (part.size() == ROWS_AT_ONCE || (!part.isEmpty() && bytes + more > BYTES_AT_ONCE)) {
        rewrite(c, changed, part);
        part.clear();
        bytes = 0;
      }
      part.add(row);
      bytes += more;
    }
    rewrite(c, changed, part);
  }

  private void rewrite(Connection c, BitSet changed, Collection<Known> rows) throws SQLException {
    int[] named =
        IntStream.range(0, columns.size())
            .filter(column -> column == 0 || changed.get(column) || isSet(column, rows))
            .toArray();
    StringBuilder sql = new StringBuilder("INSERT INTO ").append(table).append(" (");
    append(sql, named, "");
    sql.append(") VALUES ");
    List<@Nullable Object> parameters = new ArrayList<>();
    for (Known row : rows) {
      sql.append('(');
      for (int column : named) {
        boolean told = column == 0 || changed.get(column);
        sql.append(told ? "?" : literal(row.after()[column])).append(',');
        if (told) {
          parameters.add(row.after()[column]);
        }
      }
      sql.setCharAt(sql.length() - 1, ')');
      sql.append(',');
    }
    sql.setLength(sql.length() - 1);
    sql.append(" ON DUPLICATE KEY UPDATE ");
    append(sql, changed.stream().toArray(), " = VALUES(%s)");
    int counted = Sql.update(c, sql.toString(), parameters.toArray());
    if (counted != REWRITTEN * rows.size()) {
      throw new SQLException(
          "of %d rows of %s some are not there (the server counts %d)"
              .formatted(rows.size(), table, counted));
    }
  }

  private void append(StringBuilder sql, int[] named, String each) {
    for (int column : named) {
      String name = columns.get(column);
      sql.append(name).append(each.formatted(name)).append(", ");
    }
    sql.setLength(sql.length() - 2);
  }

  /** A column without a value in any of the rows may be left out: it may be null. */
  private static boolean isSet(int column, Collection<Known> rows) {
    return rows.stream().anyMatch(row -> row.after()[column] != null);
  }

  /** The shortest value that a column takes which holds this one; no row ever gets it. */
  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Number _, Boolean _ -> "0";
      case String _, byte[] _ -> "''";
      default -> "'2000-01-01'";
    };
  }
}
