package io.weirworks.messaging.storage;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.RecordBytes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Rows of {@code parked}: everything that waits, in arrival order. */
public final class ParkedTable {

  /** Why a record is parked. */
  public enum Reason {
    /** What is left of a large decision: goes before everything else of its ordering key. */
    CONTINUATION,
    /** Arrived while a continuation of its ordering key was not done. */
    BEHIND,
    /** Names in {@code ce_after} what is not read yet; refused when due. */
    AFTER
  }

  /** Place in arrival order: the transaction that parked it and its place within. */
  public record Key(int shard, long number, int place) {}

  public record Parked(
      Key key, Reason reason, String orderingKey, Instant due, ArrivedRecord record) {

    public Waiting waiting() {
      return new Waiting(key, reason, orderingKey);
    }
  }

  /** That something is parked, without what it is. */
  public record Waiting(Key key, Reason reason, String orderingKey) {}

  private static final String COLUMNS =
      "SELECT shard, number, place, reason, ordering_key, due, record FROM parked";

  private ParkedTable() {}

  public static List<Waiting> waiting(Connection c, int shard) throws SQLException {
    return Sql.select(
        c,
        "SELECT number, place, reason, ordering_key FROM parked WHERE shard = ?",
        row ->
            new Waiting(
                new Key(shard, row.getLong("number"), row.getInt("place")),
                Reason.valueOf(Sql.text(row, "reason")),
                Sql.text(row, "ordering_key")),
        shard);
  }

  /** These rows, in arrival order. */
  public static List<Parked> find(Connection c, Collection<Key> keys) throws SQLException {
    return keys.isEmpty()
        ? List.of()
        : Sql.select(
            c,
            COLUMNS + " WHERE " + each(keys) + " ORDER BY shard, number, place",
            ParkedTable::read,
            parameters(keys));
  }

  /**
   * What waited behind large decisions, in arrival order.
   *
   * @param unfinished keys whose decision is not done: what waits behind it is not read, time and
   *     again, before it may be decided
   */
  public static List<Parked> behind(
      Connection c, int shard, Collection<String> unfinished, int most) throws SQLException {
    List<Object> parameters = new ArrayList<>(unfinished);
    parameters.addFirst(shard);
    parameters.addLast(most);
    String others = unfinished.isEmpty() ? "" : " AND ordering_key NOT IN " + places(unfinished);
    return Sql.select(
        c,
        COLUMNS
            + " WHERE shard = ? AND reason = 'BEHIND'"
            + others
            + " ORDER BY number, place LIMIT ?",
        ParkedTable::read,
        parameters.toArray());
  }

  private static String places(Collection<?> values) {
    return "(" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
  }

  public static List<Parked> after(Connection c, int shard, int most) throws SQLException {
    return Sql.select(
        c,
        COLUMNS + " WHERE shard = ? AND reason = 'AFTER' ORDER BY number, place LIMIT ?",
        ParkedTable::read,
        shard,
        most);
  }

  public static void insert(Connection c, Collection<Parked> rows) throws SQLException {
    Sql.batch(
        c,
        "INSERT INTO parked (shard, number, place, reason, ordering_key, due, record)"
            + " VALUES (?,?,?,?,?,?,?)",
        rows.stream()
            .map(
                row ->
                    new Object[] {
                      row.key().shard(),
                      row.key().number(),
                      row.key().place(),
                      row.reason().name(),
                      row.orderingKey(),
                      row.due(),
                      RecordBytes.writeArrived(row.record())
                    })
            .toList());
  }

  /** One statement for all; the driver would send one for each. */
  public static void delete(Connection c, Collection<Key> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    Sql.update(c, "DELETE FROM parked WHERE " + each(keys), parameters(keys));
  }

  private static String each(Collection<Key> keys) {
    return String.join(
        " OR ", Collections.nCopies(keys.size(), "(shard = ? AND number = ? AND place = ?)"));
  }

  private static Object[] parameters(Collection<Key> keys) {
    return keys.stream()
        .<Object>flatMap(key -> Stream.of(key.shard(), key.number(), key.place()))
        .toArray();
  }

  private static Parked read(ResultSet row) throws SQLException {
    return new Parked(
        new Key(row.getInt("shard"), row.getLong("number"), row.getInt("place")),
        Reason.valueOf(Sql.text(row, "reason")),
        Sql.text(row, "ordering_key"),
        Sql.instant(row, "due"),
        RecordBytes.readArrived(row.getBytes("record")));
  }
}
