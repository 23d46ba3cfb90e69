package io.weirworks.benchmarks.bank;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.messaging.shard.Bounds;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A fast run that lost or repeated something is no result: the books must balance. */
final class Ledgers {

  private Ledgers() {}

  /**
   * Lets the bank's member finish what only the plain loops have seen, then compares.
   *
   * @throws IllegalStateException where commands, rows, sequences and events differ
   */
  static void check(Town town, Customer customer) {
    Progress events = town.progress(Town.topic(TopicKind.EVENTS));
    try (Messaging _ = town.member(Bounds.DEFAULT, new SimpleMeterRegistry())) {
      events.await(customer.commands());
    }
    compare("events", events.records(), customer.commands());
    compare("deposits", sum(town, "balance"), customer.deposits());
    compare("sequences", sum(town, "sequence"), customer.commands());
  }

  private static void compare(String what, long found, long expected) {
    if (found != expected) {
      throw new IllegalStateException(
          "the books do not balance: %d %s instead of %d".formatted(found, what, expected));
    }
  }

  private static long sum(Town town, String column) {
    try (Connection c = town.database().getConnection();
        Statement statement = c.createStatement();
        ResultSet row = statement.executeQuery("SELECT SUM(" + column + ") FROM account")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
