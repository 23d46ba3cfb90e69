package io.weirworks.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one kind of subject lie. Besides {@link #columns()} the table has the columns
 * that messaging keeps: {@code id} (primary key and the only unique key: names and other rules
 * across subjects are rows of their own), {@code shard}, {@code ordering_key}, {@code workspace},
 * {@code sequence}, {@code changed_in} (number of the shard transaction that changed the row last)
 * and {@code removed}, with an index on ({@code shard}, {@code changed_in}).
 *
 * @param <S> the domain's state
 */
public interface SubjectTable<S> {

  String name();

  /** The domain's own columns, in the order of {@link #values}. */
  List<String> columns();

  /**
   * Values for {@link #columns()}: strings, boxed numbers and booleans, byte arrays, {@link
   * java.time.LocalDateTime}s or SQL null.
   */
  @Nullable Object[] values(S state);

  S read(ResultSet row) throws SQLException;
}
