package io.weirworks.registry.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.testing.Infra;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What was deployed before outputs were rows has them all the same. */
class OutputsMigrationTest {

  private final Infra infra = Infra.shared();

  private static void run(Statement statement, String migration) throws IOException, SQLException {
    try (InputStream in =
        OutputsMigrationTest.class.getResourceAsStream("/db/registry/" + migration)) {
      for (String sql : new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).split(";\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String workflow(String id, int day, String definition) {
    return "INSERT INTO workflow VALUES ('%s', 0, '%s', 'w', 1, 1, 0, 'x', '%s', 1, '2026-01-0%d', 'x', 'NODE', NULL, 'UTC', NULL, 1, '%s', '')"
        .formatted(id, id, id, day, definition);
  }

  @Test
  void deployedNodesGetTheirOutputsTheFirstWhereTwoHaveOneAndThoseInsideLoopsNone()
      throws Exception {
    // given
    try (Connection connection =
            DriverManager.getConnection(
                infra.database().jdbcUrl(infra.freshSchema("migration")),
                infra.database().user(),
                infra.database().password());
        Statement statement = connection.createStatement()) {
      run(statement, "V1001__registry.sql");
      statement.execute(
          workflow(
              "later",
              2,
              """
              {"nodes":[{"id":"a","outputs":["w.a_out","w.a"],"steering":{"loopNodeId":null}}]}"""));
      statement.execute(
          workflow(
              "first",
              1,
              """
              {"nodes":[{"id":"n","outputs":["w.a","w.n"]},{"id":"i","outputs":["w.i"],"steering":{"loopNodeId":"n"}}]}"""));
      // when
      run(statement, "V2040__outputs.sql");
      // then
      List<String> rows = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT output, workflow_id, node_id FROM node_output ORDER BY output")) {
        while (row.next()) {
          rows.add(row.getString(1) + " " + row.getString(2) + "/" + row.getString(3));
        }
      }
      assertThat(rows).containsExactly("w.a first/n", "w.a_out later/a", "w.n first/n");
    }
  }
}
