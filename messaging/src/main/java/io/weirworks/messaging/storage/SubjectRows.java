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
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of one kind of subject: the service's columns and, beside them, those of messaging. */
public final class SubjectRows<S> {

  /** A row that changed, with the number of the shard transaction that changed it last. */
  public record Changed<S>(SubjectRow<S> row, long changedIn) {}

  private static final List<String> OWN =
      List.of("id", "shard", "ordering_key", "workspace", "sequence", "changed_in", "removed");

  /** A transaction's number that no row has, so that the one of now is always written. */
  private static final long NEVER = -1;

  /**
   * A row below this makes no record above a limit of some MiB, even if its columns are packed as
   * tightly as anything packs.
   */
  private static final int HEAVY = 16 << 10;

  private final SubjectTable<S> table;
  private final String select;
  private final String upsert;
  private final String bury;
  private final KnownRows known;

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
    this.known = new KnownRows(table.name(), columns);
    this.bury =
        "UPDATE " + table.name() + " SET sequence = ?, changed_in = ?, removed = 1 WHERE id = ?";
  }

  public Map<String, SubjectRow<S>> find(Connection c, Collection<String> ids) throws SQLException {
    Map<String, SubjectRow<S>> found = HashMap.newHashMap(ids.size());
    for (SubjectRow<S> row : Sql.selectIn(c, select + " WHERE id IN (?)", this::readWeighed, ids)) {
      found.put(row.id(), row);
    }
    return found;
  }

  /**
   * Writes rows that a transaction changed, many with a statement; gives them with their weights.
   *
   * @param number the number of the transaction in a row's shard
   * @param heavy looks at each row that is large enough to be above a record's limit, before
   *     anything is written
   */
  public List<SubjectRow<S>> write(
      Connection c,
      Collection<RowChange<S>> changes,
      IntToLongFunction number,
      Consumer<SubjectRow<S>> heavy)
      throws SQLException {
    Sorted sorted = new Sorted(number, heavy);
    changes.forEach(sorted::add);
    Sql.batch(c, upsert, sorted.made);
    known.write(c, sorted.rewritten);
    Sql.batch(c, bury, sorted.buried);
    return sorted.rows;
  }

  /** Changed rows by how they are written. */
  private final class Sorted {
    private final IntToLongFunction number;
    private final Consumer<SubjectRow<S>> heavy;
    private final List<SubjectRow<S>> rows = new ArrayList<>();
    private final List<@Nullable Object[]> made = new ArrayList<>();
    private final List<KnownRows.Known> rewritten = new ArrayList<>();
    private final List<@Nullable Object[]> buried = new ArrayList<>();

    Sorted(IntToLongFunction number, Consumer<SubjectRow<S>> heavy) {
      this.number = number;
      this.heavy = heavy;
    }

    void add(RowChange<S> change) {
      SubjectRow<S> row = change.row();
      long of = number.applyAsLong(row.shard());
      S state = row.state();
      if (state == null) {
        buried.add(new @Nullable Object[] {row.sequence(), of, row.id()});
        rows.add(row);
        return;
      }
      @Nullable Object[] values = values(row, state, of);
      SubjectRow<S> weighed = row.weighing(SubjectRow.weight(values));
      if (weighed.weight() > HEAVY) {
        heavy.accept(weighed);
      }
      rows.add(weighed);
      SubjectRow<S> before = change.before();
      S was = before == null ? null : before.state();
      if (before == null || was == null) {
        made.add(values);
      } else {
        rewritten.add(new KnownRows.Known(values(before, was, NEVER), values));
      }
    }
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
    S state = row.getBoolean("removed") ? null : table.read(row);
    return new SubjectRow<>(
        Sql.text(row, "id"),
        row.getInt("shard"),
        Sql.text(row, "ordering_key"),
        row.getString("workspace"),
        row.getLong("sequence"),
        state,
        0);
  }

  private SubjectRow<S> readWeighed(ResultSet row) throws SQLException {
    int weight = OWN.size() * SubjectRow.COLUMN;
    for (String column : table.columns()) {
      byte[] bytes = row.getBytes(column);
      weight += SubjectRow.COLUMN + (bytes == null ? 0 : bytes.length);
    }
    return read(row).weighing(weight);
  }
}
