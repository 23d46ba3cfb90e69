package io.weirworks.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What grows with history is purged by age, in small batches (DESIGN 9, R34). */
@ExtendWith(TownExtension.class)
class PurgeTest {

  private static final int MORE_THAN_TWO_BATCHES = 2_100;

  private final Town town;

  PurgeTest(Town town) {
    this.town = town;
  }

  private void operation(String instance, String age, int rows) throws SQLException {
    write(
        "INSERT INTO instance_operation (instance_id, operated_at, actor, operation) VALUES ",
        "('%s', UTC_TIMESTAMP(6) - INTERVAL %s, 'user:ada', 'FREEZE')".formatted(instance, age),
        rows);
  }

  private void waiter(String upstream, String age) throws SQLException {
    write(
        "INSERT INTO early_waiter VALUES ",
        "('%s', 'waiter', 'flow', 'other', UTC_TIMESTAMP(6) - INTERVAL %s)"
            .formatted(upstream, age),
        1);
  }

  private void write(String insert, String row, int rows) throws SQLException {
    try (Connection c = town.database();
        Statement statement = c.createStatement()) {
      statement.executeUpdate(insert + (row + ",").repeat(rows - 1) + row);
    }
  }

  private int count(String from) throws SQLException {
    try (Connection c = town.database();
        Statement statement = c.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void operationLogAndWaitersArePurgedWhenTheyAreOlderThanTheirRetention() throws Exception {
    // given
    town.deploy(Workflows.workflow("unpurged", Workflows.virtual("a")));
    Stories stories = new Stories(town);
    stories.completed(stories.run("unpurged"));

    // when
    operation("purged", "181 DAY", MORE_THAN_TWO_BATCHES);
    operation("kept", "179 DAY", 3);
    waiter("purged", "9 DAY");
    waiter("kept", "7 DAY");

    // then
    Town.soon()
        .untilAsserted(
            () -> {
              assertThat(count("instance_operation WHERE instance_id = 'purged'")).isZero();
              assertThat(count("early_waiter WHERE upstream_node_instance_id = 'purged'")).isZero();
            });
    assertThat(count("instance_operation WHERE instance_id = 'kept'")).isEqualTo(3);
    assertThat(count("early_waiter WHERE upstream_node_instance_id = 'kept'")).isOne();
  }
}
