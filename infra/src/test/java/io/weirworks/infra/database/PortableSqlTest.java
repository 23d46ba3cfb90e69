package io.weirworks.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.InfraExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the services stand on, through Connector/J, on whichever database the run has (platform 2).
 */
@ExtendWith(InfraExtension.class)
class PortableSqlTest {

  private static final int LOCK_NOT_AVAILABLE_MYSQL = 3572;
  private static final int LOCK_NOT_AVAILABLE_MARIADB = 1205;
  private static final int DUPLICATE_KEY = 1062;

  private final Infra infra;
  private final String schema;
  private final Connection one;
  private final Connection two;

  PortableSqlTest(Infra infra) throws SQLException {
    this.infra = infra;
    this.schema = infra.freshSchema("portable");
    this.one = connect("");
    this.two = connect("");
  }

  @BeforeEach
  void table() throws SQLException {
    execute(
        one,
        "CREATE TABLE t (id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY, n INT NOT NULL, name TEXT)");
    execute(one, "INSERT INTO t (id, n, name) VALUES ('a', 1, 'x'), ('b', 2, 'x'), ('c', 3, 'x')");
  }

  @AfterEach
  void close() throws SQLException {
    one.close();
    two.close();
  }

  @Test
  void insertOnDuplicateKeyUpdateTakesTheNewValues() throws SQLException {
    // when
    execute(
        one,
        "INSERT INTO t (id, n) VALUES ('a', 7), ('d', 8) ON DUPLICATE KEY UPDATE n = VALUES(n)");
    // then
    assertThat(strings(one, "SELECT CONCAT(id, n) FROM t ORDER BY id"))
        .containsExactly("a7", "b2", "c3", "d8");
  }

  @Test
  void nowaitFailsAtOnceOnALockedRow() throws SQLException {
    // given
    begin(one, two);
    strings(one, "SELECT id FROM t WHERE id = 'a' FOR UPDATE");
    // then
    assertThatThrownBy(() -> strings(two, "SELECT id FROM t WHERE id = 'a' FOR UPDATE NOWAIT"))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused ->
                assertThat(refused.getErrorCode())
                    .isIn(LOCK_NOT_AVAILABLE_MYSQL, LOCK_NOT_AVAILABLE_MARIADB));
  }

  @Test
  void skipLockedTakesTheOthers() throws SQLException {
    // given
    begin(one, two);
    strings(one, "SELECT id FROM t WHERE id = 'a' FOR UPDATE");
    // then
    assertThat(strings(two, "SELECT id FROM t ORDER BY id LIMIT 2 FOR UPDATE SKIP LOCKED"))
        .containsExactly("b", "c");
  }

  @Test
  void aBatchIsSentAsOneStatement() throws SQLException {
    // given
    String before = questions();
    // when
    int[] counts = insertBatch(2_000);
    // then: the batch, in as few statements as a packet takes, and the question itself
    long statements = Long.parseLong(questions()) - Long.parseLong(before);
    assertThat(statements).isLessThanOrEqualTo(4);
    assertThat(Arrays.stream(counts).distinct()).containsExactly(Statement.SUCCESS_NO_INFO);
    assertThat(strings(one, "SELECT COUNT(*) FROM t")).containsExactly("2003");
  }

  @Test
  void aDuplicateKeyHasTheSameCodeEverywhere() {
    assertThatThrownBy(() -> execute(one, "INSERT INTO t (id, n) VALUES ('a', 1)"))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> {
              assertThat(refused.getErrorCode()).isEqualTo(DUPLICATE_KEY);
              assertThat(refused.getSQLState()).isEqualTo("23000");
            });
  }

  @Test
  void textComparesByItsBytes() throws SQLException {
    // given
    execute(one, "INSERT INTO t (id, n, name) VALUES ('A', 4, 'X')");
    // then
    assertThat(strings(one, "SELECT id FROM t WHERE name = 'X'")).containsExactly("A");
  }

  @Test
  void theSessionTimeoutsOfTheShardPoolAreTaken() throws SQLException {
    // given
    try (Connection shard =
        connect("&sessionVariables=wait_timeout=15,innodb_lock_wait_timeout=3")) {
      // then
      assertThat(strings(shard, "SELECT @@wait_timeout")).containsExactly("15");
      assertThat(strings(shard, "SELECT @@innodb_lock_wait_timeout")).containsExactly("3");
    }
  }

  @Test
  void anIdleSessionIsEndedAndRolledBackByTheServer() throws SQLException {
    // given
    try (Connection idle = connect("&sessionVariables=wait_timeout=1")) {
      begin(idle, two);
      strings(idle, "SELECT id FROM t WHERE id = 'a' FOR UPDATE");
      // when: the server frees the row; the second session waits for it
      List<String> freed = strings(two, "SELECT id FROM t WHERE id = 'a' FOR UPDATE");
      // then
      assertThat(freed).containsExactly("a");
      assertThatThrownBy(() -> strings(idle, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  private int[] insertBatch(int rows) throws SQLException {
    try (PreparedStatement insert = one.prepareStatement("INSERT INTO t (id, n) VALUES (?, ?)")) {
      for (int row = 0; row < rows; row++) {
        insert.setString(1, "row" + row);
        insert.setInt(2, row);
        insert.addBatch();
      }
      return insert.executeBatch();
    }
  }

  private String questions() throws SQLException {
    try (Statement statement = one.createStatement();
        ResultSet result = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
      result.next();
      return result.getString(2);
    }
  }

  private Connection connect(String options) throws SQLException {
    return DriverManager.getConnection(
        infra.database().jdbcUrl(schema) + options,
        infra.database().user(),
        infra.database().password());
  }

  private static void begin(Connection... connections) throws SQLException {
    for (Connection connection : connections) {
      connection.setAutoCommit(false);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }
}
