package io.weirworks.messaging.shard;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.storage.SubjectRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of owned shards, kept from one transaction to the next: the owner is their only writer.
 * Least recently used rows leave first.
 */
final class SubjectCache {

  private record Key(String kind, String id) {}

  private final Map<Key, SubjectRow<?>> rows;

  SubjectCache(int most) {
    this.rows =
        new LinkedHashMap<>(1024, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, SubjectRow<?>> eldest) {
            return size() > most;
          }
        };
  }

  @Nullable SubjectRow<?> get(SubjectKind<?, ?> kind, String id) {
    return rows.get(new Key(kind.name(), id));
  }

  void put(SubjectKind<?, ?> kind, SubjectRow<?> row) {
    rows.put(new Key(kind.name(), row.id()), row);
  }

  void drop(int shard) {
    rows.values().removeIf(row -> row.shard() == shard);
  }
}
