package io.weirworks.messaging.shard;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.Work;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.storage.SubjectRows;
import io.weirworks.messaging.storage.ViewRowTable;
import io.weirworks.messaging.storage.ViewRowTable.ViewRow;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.UndecodableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The subjects that one transaction has read, as the decisions so far have left them. */
final class TransactionWork implements Work {

  private final Connection connection;
  private final Map<SubjectKind<?, ?>, SubjectRows<?>> tables;
  private final SubjectCache cache;
  private final AvroCodec codec;
  private final Map<SubjectKind<?, ?>, Map<String, Optional<SubjectRow<?>>>> read = new HashMap<>();
  private final Map<SubjectKind<?, ?>, List<SubjectRow<?>>> fetched = new HashMap<>();
  private final Map<SubjectKind<?, ?>, Map<String, SubjectRow<?>>> changed = new LinkedHashMap<>();
  private final Map<SubjectKind<?, ?>, Map<String, Optional<SubjectRow<?>>>> stored =
      new HashMap<>();
  private final Map<Class<?>, Object> kept = new HashMap<>();

  private final Map<SubjectKind<?, ?>, Map<String, SubjectRow<?>>> fallen = new HashMap<>();

  TransactionWork(
      Connection connection,
      Map<SubjectKind<?, ?>, SubjectRows<?>> tables,
      SubjectCache cache,
      AvroCodec codec) {
    this.connection = connection;
    this.tables = tables;
    this.cache = cache;
    this.codec = codec;
  }

  @Override
  public <S, E> void load(SubjectKind<S, E> kind, Collection<String> ids) {
    Map<String, Optional<SubjectRow<?>>> known = read.computeIfAbsent(kind, k -> new HashMap<>());
    List<String> missing = new ArrayList<>();
    for (String id : ids) {
      if (!known.containsKey(id)) {
        SubjectRow<?> cached = cache.get(kind, id);
        known.put(id, Optional.ofNullable(cached));
        if (cached == null) {
          missing.add(id);
        }
      }
    }
    if (!missing.isEmpty()) {
      for (SubjectRow<?> row : rows(kind, missing).values()) {
        known.put(row.id(), Optional.of(row));
        fetched.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
      }
    }
  }

  private Map<String, ? extends SubjectRow<?>> rows(SubjectKind<?, ?> kind, List<String> ids) {
    SubjectRows<?> table = tables.get(kind);
    if (table == null) {
      throw new IllegalStateException("kind " + kind.name() + " is not in the service definition");
    }
    return query(c -> table.find(c, ids));
  }

  /** The row as it is now, its stub after removal; null where there never was one. */
  @SuppressWarnings("unchecked") // a kind's map holds rows of that kind only
  <S, E> @Nullable SubjectRow<S> row(SubjectKind<S, E> kind, String id) {
    Map<String, Optional<SubjectRow<?>>> known = read.get(kind);
    if (known == null || !known.containsKey(id)) {
      load(kind, List.of(id));
      known = read.get(kind);
    }
    Optional<SubjectRow<?>> row = known == null ? null : known.get(id);
    return row == null ? null : (SubjectRow<S>) row.orElse(null);
  }

  void change(SubjectKind<?, ?> kind, SubjectRow<?> row) {
    Optional<SubjectRow<?>> was =
        read.computeIfAbsent(kind, k -> new HashMap<>()).put(row.id(), Optional.of(row));
    stored
        .computeIfAbsent(kind, k -> new HashMap<>())
        .putIfAbsent(row.id(), was == null ? Optional.empty() : was);
    SubjectRow<?> before =
        changed.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(row.id(), row);
    if (kind.keepsStub() && row.state() == null && before != null && before.state() != null) {
      fallen.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(row.id(), before);
    }
  }

  /**
   * The rows of a kind to write, in order. Of a kind that keeps stubs a row that was changed and
   * then removed is written first as it was: a stub is what is left of a row.
   */
  Collection<SubjectRow<?>> toWrite(SubjectKind<?, ?> kind) {
    List<SubjectRow<?>> rows = new ArrayList<>(fallen.getOrDefault(kind, Map.of()).values());
    rows.addAll(changed.getOrDefault(kind, Map.of()).values());
    return rows;
  }

  /** A changed row as the table has it; null where it never was there. */
  @Nullable SubjectRow<?> stored(SubjectKind<?, ?> kind, String id) {
    return stored.getOrDefault(kind, Map.of()).getOrDefault(id, Optional.empty()).orElse(null);
  }

  Map<SubjectKind<?, ?>, Map<String, SubjectRow<?>>> changed() {
    return changed;
  }

  /** What was read from the tables, as it was, for the cache of the next transactions. */
  Map<SubjectKind<?, ?>, List<SubjectRow<?>>> fetched() {
    return fetched;
  }

  @Override
  public <S, E> Optional<S> find(SubjectKind<S, E> kind, String id) {
    SubjectRow<S> row = row(kind, id);
    return row == null ? Optional.empty() : Optional.ofNullable(row.state());
  }

  @Override
  public <S, E> long sequence(SubjectKind<S, E> kind, String id) {
    SubjectRow<S> row = row(kind, id);
    return row == null ? 0 : row.sequence();
  }

  @Override
  public <S, E> Optional<String> orderingKey(SubjectKind<S, E> kind, String id) {
    SubjectRow<S> row = row(kind, id);
    return row == null ? Optional.empty() : Optional.of(row.orderingKey());
  }

  @Override
  public <S, E> Map<String, Optional<S>> changed(SubjectKind<S, E> kind) {
    Map<String, Optional<S>> states = new LinkedHashMap<>();
    for (String id : changed.getOrDefault(kind, Map.of()).keySet()) {
      states.put(id, find(kind, id));
    }
    return states;
  }

  @Override
  public <R extends SpecificRecord> Optional<Viewed<R>> viewed(Class<R> type, String subject) {
    return query(c -> ViewRowTable.find(c, subject)).flatMap(row -> viewed(type, row));
  }

  @Override
  public <R extends SpecificRecord> Optional<Viewed<R>> viewedByName(Class<R> type, String name) {
    return query(c -> ViewRowTable.findByName(c, Routes.typeName(type), name))
        .flatMap(row -> viewed(type, row));
  }

  @Override
  public <T> T kept(Class<T> type, Supplier<T> made) {
    return type.cast(kept.computeIfAbsent(type, _ -> made.get()));
  }

  private <R extends SpecificRecord> Optional<Viewed<R>> viewed(Class<R> type, ViewRow row) {
    byte[] body = row.body();
    if (body == null) {
      return Optional.empty();
    }
    try {
      R state = type.cast(codec.decode(body));
      return Optional.of(new Viewed<>(new Precondition(row.subject(), row.sequence()), state));
    } catch (UndecodableException e) {
      throw new IllegalStateException("view row of " + row.subject() + " cannot be read", e);
    }
  }

  @Override
  public <T> T query(Query<T> query) {
    try {
      return query.run(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
