package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.messaging.storage.Transactions;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.recurrence.KnownRules;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Schedules whose instances were made by other rules of their zone than are known now (R23). */
record OutdatedSchedules(DataSource database, ZoneRulesSource zones) {

  /** One of them. */
  record Outdated(String id, WorkflowNames names, int shard) {}

  private record Made(String zone, String version) {}

  private static final String VERSIONS =
      "SELECT DISTINCT rules_zone, rules_version FROM workflow_schedule"
          + " WHERE rules_zone IS NOT NULL AND rules_version <> '"
          + KnownRules.FIXED
          + "'";

  private static final String SCHEDULES =
      "SELECT * FROM workflow_schedule WHERE rules_zone = ? AND rules_version = ? AND removed = 0";

  /** Those of these shards. */
  List<Outdated> of(Set<Integer> shards) throws SQLException {
    return Transactions.read(database, c -> read(c, shards));
  }

  private List<Outdated> read(Connection c, Set<Integer> shards) throws SQLException {
    List<Outdated> all = new ArrayList<>();
    for (Made made : versions(c)) {
      if (!zones.of(ZoneId.of(made.zone())).version().equals(made.version())) {
        schedules(c, made).stream().filter(it -> shards.contains(it.shard())).forEach(all::add);
      }
    }
    return all;
  }

  private static List<Made> versions(Connection c) throws SQLException {
    List<Made> made = new ArrayList<>();
    try (PreparedStatement statement = c.prepareStatement(VERSIONS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        made.add(new Made(rows.getString(1), rows.getString(2)));
      }
    }
    return made;
  }

  private static List<Outdated> schedules(Connection c, Made made) throws SQLException {
    List<Outdated> found = new ArrayList<>();
    try (PreparedStatement statement = c.prepareStatement(SCHEDULES)) {
      statement.setString(1, made.zone());
      statement.setString(2, made.version());
      try (ResultSet rows = statement.executeQuery()) {
        Columns row = new Columns(rows);
        while (rows.next()) {
          found.add(
              new Outdated(
                  row.text("id"),
                  WorkflowScheduleKind.WORKFLOW_SCHEDULE.table().read(rows).profile().names(),
                  row.integer("shard")));
        }
      }
    }
    return found;
  }
}
