package io.weirworks.scheduler.adapter;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that was written, read back: columns and values as a result set. */
public final class StoredRow {

  private StoredRow() {}

  /** A result set at a row with these columns. */
  public static ResultSet of(List<String> columns, @Nullable Object[] values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), stored(values[i]));
    }
    return (ResultSet)
        Proxy.newProxyInstance(
            StoredRow.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (_, method, arguments) -> {
              if (!row.containsKey((String) arguments[0])) {
                throw new AssertionError("no column " + arguments[0]);
              }
              Object value = row.get((String) arguments[0]);
              return value == null && method.getReturnType().equals(int.class) ? 0 : value;
            });
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return value instanceof Instant instant
        ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
        : value;
  }
}
