package io.weirworks.messaging.storage;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of one kind of subject: the service's columns and, beside them, those of messaging. */
public final class SubjectRows<S> {

  /** A row that changed, with the number of the shard transaction that changed it last. */
  public record Changed<S>(SubjectRow<S> row, long changedIn) {}

  private static final List<String> OWN =
      List.of("id", "shard", "ordering_key", "workspace", "sequence", "changed_in", "removed");

  private final SubjectTable<S> table;
  private final String select;
  private final String upsert;
  private final String bury;

  public SubjectRows(SubjectKind<S, ?> kind) {
    this.table = kind.table();
    List<String> columns = new ArrayList<>(OWN);
    columns.addAll(table.columns());
    this.select = "SELECT " + String.join(", ", columns) + " FROM " + table.name();
    this.upsert =
        "INSERT INTO "
            + table.name()
            + " ("
            + String.join(", ", columns)
            + ") VALUES ("
            + String.join(",", Collections.nCopies(columns.size(), "?"))
            + ") ON DUPLICATE KEY UPDATE "
            + String.join(
                ", ",
                columns.stream().skip(4).map(name -> name + " = VALUES(" + name + ")").toList());
    this.bury =
        "UPDATE " + table.name() + " SET sequence = ?, changed_in = ?, removed = 1 WHERE id = ?";
  }

  public Map<String, SubjectRow<S>> find(Connection c, Collection<String> ids) throws SQLException {
    Map<String, SubjectRow<S>> found = HashMap.newHashMap(ids.size());
    for (SubjectRow<S> row : Sql.selectIn(c, select + " WHERE id IN (?)", this::read, ids)) {
      found.put(row.id(), row);
    }
    return found;
  }

  /**
   * Writes rows that this transaction changed with one batch.
   *
   * @param number the number of the transaction in a row's shard
   */
  public void write(Connection c, Collection<SubjectRow<S>> rows, IntToLongFunction number)
      throws SQLException {
    List<@Nullable Object[]> live = new ArrayList<>();
    List<@Nullable Object[]> buried = new ArrayList<>();
    for (SubjectRow<S> row : rows) {
      S state = row.state();
      if (state == null) {
        buried.add(
            new @Nullable Object[] {row.sequence(), number.applyAsLong(row.shard()), row.id()});
      } else {
        live.add(values(row, state, number.applyAsLong(row.shard())));
      }
    }
    Sql.batch(c, upsert, live);
    Sql.batch(c, bury, buried);
  }

  /**
   * A page of the rows that the shard's transactions up to {@code upTo} changed last, in the order
   * of (changed in, id), beginning behind ({@code after}, {@code afterId}).
   */
  public List<Changed<S>> changed(
      Connection c, int shard, long after, String afterId, long upTo, int most)
      throws SQLException {
    return Sql.select(
        c,
        select
            + " WHERE shard = ? AND changed_in >= ? AND changed_in <= ?"
            + " AND (changed_in > ? OR id > ?) ORDER BY changed_in, id LIMIT ?",
        row -> new Changed<>(read(row), row.getLong("changed_in")),
        shard,
        after,
        upTo,
        after,
        afterId,
        most);
  }

  /** Deletes a stub whose tombstone the broker has, unless the subject came back meanwhile. */
  public void deleteStub(Connection c, String id, long sequence) throws SQLException {
    Sql.update(
        c,
        "DELETE FROM " + table.name() + " WHERE id = ? AND sequence = ? AND removed = 1",
        id,
        sequence);
  }

  /** Marks every row of the shard as changed, so that the state topic is written anew. */
  public void touchAll(Connection c, int shard, long number) throws SQLException {
    Sql.update(c, "UPDATE " + table.name() + " SET changed_in = ? WHERE shard = ?", number, shard);
  }

  private @Nullable Object[] values(SubjectRow<S> row, S state, long number) {
    @Nullable Object[] domain = table.values(state);
    @Nullable Object[] all = new @Nullable Object[OWN.size() + domain.length];
    all[0] = row.id();
    all[1] = row.shard();
    all[2] = row.orderingKey();
    all[3] = row.workspace();
    all[4] = row.sequence();
    all[5] = number;
    all[6] = false;
    System.arraycopy(domain, 0, all, OWN.size(), domain.length);
    return all;
  }

  private SubjectRow<S> read(ResultSet row) throws SQLException {
    return new SubjectRow<>(
        Sql.text(row, "id"),
        row.getInt("shard"),
        Sql.text(row, "ordering_key"),
        row.getString("workspace"),
        row.getLong("sequence"),
        row.getBoolean("removed") ? null : table.read(row));
  }
}
