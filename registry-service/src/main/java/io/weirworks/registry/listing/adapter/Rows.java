package io.weirworks.registry.listing.adapter;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads committed rows, each query by itself. */
@Singleton
public final class Rows {

  /** Rows of a page unless the caller says otherwise. */
  public static final String PAGE = "100";

  private static final int LARGEST_PAGE = 500;

  /** Maps the row that the result set stands on. */
  @FunctionalInterface
  public interface Mapping<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource database;

  Rows(DataSource database) {
    this.database = database;
  }

  /**
   * A page.
   *
   * @param sql ends with {@code LIMIT ?}
   * @param place a row's place in the list, which the next page begins behind
   * @param parameters of {@code sql} but the limit
   */
  public <T> Page<T> page(
      int limit,
      Function<T, String> place,
      Mapping<T> mapping,
      String sql,
      @Nullable Object... parameters)
      throws SQLException {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new HttpStatusException(
          HttpStatus.BAD_REQUEST,
          "limit " + limit + " is out of range; expected 1 to " + LARGEST_PAGE);
    }
    @Nullable Object[] all = Arrays.copyOf(parameters, parameters.length + 1);
    all[parameters.length] = limit + 1;
    List<T> found = select(mapping, sql, all);
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), place.apply(found.get(limit - 1)));
  }

  /** The row of a query that has at most one. */
  public <T> Optional<T> one(Mapping<T> mapping, String sql, @Nullable Object... parameters)
      throws SQLException {
    return select(mapping, sql, parameters).stream().findFirst();
  }

  private <T> List<T> select(Mapping<T> mapping, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(true);
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(mapping.read(rows));
        }
        return all;
      }
    }
  }
}
