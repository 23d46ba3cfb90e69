package io.weirworks.registry.workflow.adapter;

import io.weirworks.registry.workflow.Downstream;
import io.weirworks.registry.workflow.OutputOwner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Queries of the rows that {@link LinkWrites} writes. */
final class LinkQueries {
  /** Until the transaction ends nobody else deploys. */
  static final String LOCK = "SELECT id FROM deployment_order WHERE id = 1 FOR UPDATE";

  private static final String OWNERS =
      "SELECT o.output, o.workflow_id, w.workspace, w.name, o.node_id, o.written"
          + " FROM node_output o JOIN workflow w ON w.id = o.workflow_id WHERE o.output IN";
  private static final String SIMILAR =
      "SELECT output FROM node_output WHERE output LIKE ? AND workflow_id <> ''"
          + " ORDER BY output LIMIT 700";
  private static final String DOWNSTREAMS =
      "SELECT d.workflow_id, w.workspace, w.name, d.node_id, d.output, d.upstream_node_id"
          + " FROM workflow_dependency d JOIN workflow w ON w.id = d.workflow_id"
          + " WHERE d.upstream_workflow_id = ? ORDER BY w.workspace, w.name, d.node_id, d.output";
  private static final String UPSTREAMS =
      "SELECT DISTINCT upstream_workflow_id FROM workflow_dependency WHERE type = 'NORMAL'"
          + " AND workflow_id IN";
  private static final int MOST_AT_ONCE = 500;

  private LinkQueries() {}

  /** A dependency of another workflow. */
  record Link(String workflowId, Downstream downstream) {}

  /** Maps the row that the result set stands on. */
  @FunctionalInterface
  interface Mapping<T> {
    T read(ResultSet row) throws SQLException;
  }

  static Map<String, OutputOwner> owners(Connection c, Collection<String> outputs)
      throws SQLException {
    Map<String, OutputOwner> owners = new HashMap<>();
    for (OutputOwner.Claim claim : selectIn(c, OWNERS, LinkQueries::claim, outputs)) {
      owners.put(claim.output(), claim.owner());
    }
    return owners;
  }

  private static OutputOwner.Claim claim(ResultSet row) throws SQLException {
    return new OutputOwner.Claim(
        row.getString(1),
        new OutputOwner(
            UUID.fromString(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getBoolean(6)));
  }

  /** Outputs that begin with the same workspace. */
  static List<String> similar(Connection c, String output) throws SQLException {
    String prefix = output.substring(0, output.indexOf('.') + 1);
    String escaped = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return select(c, SIMILAR, row -> row.getString(1), escaped + "%");
  }

  static List<Link> downstreams(Connection c, String workflowId) throws SQLException {
    return select(
        c,
        DOWNSTREAMS,
        row ->
            new Link(
                row.getString(1),
                new Downstream(
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6))),
        workflowId);
  }

  /** In the same cycle. */
  static Set<UUID> upstreams(Connection c, Collection<String> workflowIds) throws SQLException {
    return new HashSet<>(
        selectIn(c, UPSTREAMS, row -> UUID.fromString(row.getString(1)), workflowIds));
  }

  private static <T> List<T> selectIn(
      Connection c, String sql, Mapping<T> mapping, Collection<String> values) throws SQLException {
    List<T> found = new ArrayList<>();
    List<String> all = new ArrayList<>(values);
    for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
      String places = String.join(",", Collections.nCopies(some.size(), "?"));
      found.addAll(select(c, sql + " (" + places + ")", mapping, some.toArray(String[]::new)));
    }
    return found;
  }

  static <T> List<T> select(Connection c, String sql, Mapping<T> mapping, String... values)
      throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(mapping.read(rows));
        }
        return found;
      }
    }
  }
}
