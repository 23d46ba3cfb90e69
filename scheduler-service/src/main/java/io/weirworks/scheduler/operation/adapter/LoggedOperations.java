package io.weirworks.scheduler.operation.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.adapter.Listing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the operation log. */
record LoggedOperations(DataSource database) {

  private static final String SELECT =
      "SELECT number, operated_at, actor, operation, detail, comment FROM instance_operation"
          + " WHERE instance_id = ? AND number < ? ORDER BY number DESC LIMIT ?";

  /**
   * Who did what when.
   *
   * @param at RFC 3339, UTC
   * @param operation RERUN, RERUN_DOWNSTREAM, SET_SUCCESS, FREEZE, UNFREEZE, CHANGE_PRIORITY,
   *     REMOVE_DEPENDENCY, FORCE_START or STOP
   * @param detail the new priority, the detached upstream nodes, or the node whose downstream ran
   *     again
   */
  @Serdeable
  record LoggedOperation(
      String at,
      String actor,
      String operation,
      @Nullable String detail,
      @Nullable String comment) {}

  /**
   * A page, the latest first.
   *
   * @param next what to hand in as {@code after} for the next page; null: this is the last
   */
  @Serdeable
  record OperationPage(List<LoggedOperation> items, @Nullable Long next) {}

  OperationPage page(String instance, int size, @Nullable Long after) {
    if (size < 1 || size > Listing.MAX_SIZE) {
      throw HttpInput.bad("size is %d; it lies between 1 and %d".formatted(size, Listing.MAX_SIZE));
    }
    try (Connection c = database.getConnection();
        PreparedStatement statement = c.prepareStatement(SELECT)) {
      statement.setString(1, instance);
      statement.setLong(2, after == null ? Long.MAX_VALUE : after);
      statement.setInt(3, size + 1);
      return read(statement, size);
    } catch (SQLException e) {
      throw new IllegalStateException("the operation log cannot be read", e);
    }
  }

  private static OperationPage read(PreparedStatement statement, int size) throws SQLException {
    List<LoggedOperation> items = new ArrayList<>();
    long last = 0;
    try (ResultSet rows = statement.executeQuery()) {
      Columns row = new Columns(rows);
      while (rows.next()) {
        if (items.size() == size) {
          return new OperationPage(items, last);
        }
        last = row.number("number");
        items.add(
            new LoggedOperation(
                row.time("operated_at").toString(),
                row.text("actor"),
                row.text("operation"),
                row.textOrNull("detail"),
                row.textOrNull("comment")));
      }
    }
    return new OperationPage(items, null);
  }
}
