package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.baseline.InstanceProgress;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.WaitReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far node instances are, as it was last committed, those of other shards included. */
final class MadeInstances {

  private static final int LIST = 1_000;

  private MadeInstances() {}

  /** The progress of those among these that have been made. */
  static Map<NodeInstanceId, InstanceProgress> of(Collection<NodeInstanceId> ids, Work work) {
    List<NodeInstanceId> all = new ArrayList<>(ids);
    Map<NodeInstanceId, InstanceProgress> made = new HashMap<>();
    for (int from = 0; from < all.size(); from += LIST) {
      List<NodeInstanceId> part = all.subList(from, Math.min(from + LIST, all.size()));
      made.putAll(work.query(c -> read(c, part)));
    }
    return made;
  }

  private static Map<NodeInstanceId, InstanceProgress> read(Connection c, List<NodeInstanceId> ids)
      throws SQLException {
    String places = String.join(",", Collections.nCopies(ids.size(), "?"));
    try (PreparedStatement statement =
        c.prepareStatement(
            "SELECT id, status, wait_reason, deadline, attempt, started_at, ended_at"
                + " FROM node_instance WHERE removed = 0 AND id IN ("
                + places
                + ")")) {
      for (int i = 0; i < ids.size(); i++) {
        statement.setString(i + 1, ids.get(i).value().toString());
      }
      Map<NodeInstanceId, InstanceProgress> made = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Columns row = new Columns(rows);
          made.put(new NodeInstanceId(UUID.fromString(row.text("id"))), progress(row));
        }
      }
      return made;
    }
  }

  private static InstanceProgress progress(Columns row) throws SQLException {
    Instant startedAt = row.timeOrNull("started_at");
    Instant endedAt = row.timeOrNull("ended_at");
    return switch (InstanceStatus.valueOf(row.text("status"))) {
      case SUCCESS ->
          endedAt == null
              ? new InstanceProgress.Waiting()
              : new InstanceProgress.Succeeded(startedAt, endedAt);
      case FAILURE -> new InstanceProgress.Failed(row.integer("attempt"));
      case RUNNING ->
          startedAt == null
              ? new InstanceProgress.Waiting()
              : new InstanceProgress.Running(row.integer("attempt"), startedAt);
      case WAIT_RESOURCE -> {
        Instant deadline = row.timeOrNull("deadline");
        boolean rerun = WaitReason.RERUN_INTERVAL.name().equals(row.textOrNull("wait_reason"));
        yield rerun && deadline != null
            ? new InstanceProgress.Rerunning(deadline)
            : new InstanceProgress.Waiting();
      }
      case NOT_RUN, WAIT_TIME -> new InstanceProgress.Waiting();
    };
  }
}
