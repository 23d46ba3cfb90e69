package io.weirworks.messaging.shard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.storage.SubjectRow;
import org.jspecify.annotations.Nullable;

/**
 * Rows of owned shards, kept from one transaction to the next: the owner is their only writer. It
 * holds so many bytes, not so many rows: a row may be a hundred bytes or four mebibytes.
 */
final class SubjectCache {

  /** About what a row takes beside its columns: key, entry, the objects of its state. */
  private static final int ROW = 256;

  private record Key(String kind, String id) {}

  private final Cache<Key, SubjectRow<?>> rows;

  SubjectCache(long mostBytes) {
    this.rows =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .<Key, SubjectRow<?>>weigher((key, row) -> ROW + row.weight())
            .executor(Runnable::run)
            .build();
  }

  @Nullable SubjectRow<?> get(SubjectKind<?, ?> kind, String id) {
    return rows.getIfPresent(new Key(kind.name(), id));
  }

  void put(SubjectKind<?, ?> kind, SubjectRow<?> row) {
    rows.put(new Key(kind.name(), row.id()), row);
  }

  void drop(int shard) {
    rows.asMap().values().removeIf(row -> row.shard() == shard);
  }

  /** How many rows it holds. */
  long size() {
    rows.cleanUp();
    return rows.estimatedSize();
  }
}
