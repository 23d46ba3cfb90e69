package io.weirworks.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.ListeningSockets;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.InfraExtension;
import io.weirworks.infra.testing.SeparateInfra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One database for all tests of the class: what one of them did to it must not matter to the next.
 */
@ExtendWith(InfraExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseTest {

  private final EmbeddedDatabase database;
  private final String schema = Infra.freshName("schema");

  EmbeddedDatabaseTest(SeparateInfra separate) throws SQLException {
    this.database = separate.database();
    database.createSchema(schema);
    execute("CREATE TABLE kept (id INT PRIMARY KEY AUTO_INCREMENT, v INT NOT NULL)");
  }

  @BeforeEach
  void start() {
    database.start();
  }

  @AfterEach
  void thaw() {
    if (database.isRunning()) {
      database.thaw();
    }
  }

  @Test
  void restartKeepsDataAddressAndAccount() throws SQLException {
    // given
    String address = database.jdbcUrl(schema);
    String password = database.password();
    long rows = insertOneMore();
    // when
    database.stop();
    assertThat(database.isRunning()).isFalse();
    database.start();
    // then
    assertThat(database.jdbcUrl(schema)).isEqualTo(address);
    assertThat(database.password()).isEqualTo(password);
    assertThat(query("SELECT COUNT(*) FROM kept")).isEqualTo(Long.toString(rows));
  }

  @Test
  void aKilledDatabaseStartsAgainWithWhatWasCommitted() throws SQLException {
    // given
    long rows = insertOneMore();
    try (Connection open = connect();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("INSERT INTO kept (v) VALUES (9)");
      // when
      database.kill();
    } catch (SQLException closedByTheKill) {
      assertThat(database.isRunning()).isFalse();
    }
    database.start();
    // then
    assertThat(query("SELECT COUNT(*) FROM kept")).isEqualTo(Long.toString(rows));
    assertThat(insertOneMore()).isEqualTo(rows + 1);
  }

  @Test
  void aFrozenDatabaseAnswersNobodyUntilThawed() throws SQLException {
    // given
    String impatient = database.jdbcUrl(schema).replace("socketTimeout=60000", "socketTimeout=500");
    // when
    database.freeze();
    // then
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(impatient, database.user(), database.password())
                    .close())
        .isInstanceOf(SQLException.class);
    // when
    database.thaw();
    // then
    assertThat(query("SELECT 1")).isEqualTo("1");
  }

  @Test
  void aSecondStartOverTheSameFolderAdoptsTheRunningDatabase() {
    // given
    EmbeddedDatabase second =
        new EmbeddedDatabase(database.folder().path(), DatabaseSettings.standard());
    // when
    second.start();
    // then
    assertThat(second.pid()).isEqualTo(database.pid());
    assertThat(second.jdbcUrl(schema)).isEqualTo(database.jdbcUrl(schema));
  }

  @Test
  void itListensOnLoopbackOnly() {
    // when
    List<Long> pids = List.of(database.pid());
    // then
    assertThat(ListeningSockets.of(pids)).hasSize(1);
    assertThat(ListeningSockets.exposed(pids)).isEmpty();
  }

  @Test
  void thePasswordIsInOneFileOfOurUserAndInNoCommandLine() throws IOException {
    // given
    Path file = database.folder().file("password");
    // then
    assertThat(Files.readString(file).strip()).isEqualTo(database.password()).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(Path.of("/proc", Long.toString(database.pid()), "cmdline")))
        .contains("mariadbd")
        .doesNotContain(database.password());
    assertThat(database.folder().file("account.sql")).doesNotExist();
    assertThat(database.describe()).doesNotContain(database.password());
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    for (String user : List.of(database.user(), "root", "")) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(schema), user, "").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("denied");
    }
  }

  @Test
  void itIsSetUpAsTheServicesExpect() throws SQLException {
    assertThat(query("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    assertThat(query("SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
    assertThat(query("SELECT @@collation_connection")).isEqualTo("utf8mb4_bin");
    assertThat(query("SELECT @@collation_database")).isEqualTo("utf8mb4_bin");
    assertThat(query("SELECT @@time_zone")).isEqualTo("+00:00");
    assertThat(query("SELECT @@max_allowed_packet >= 64 * 1024 * 1024")).isEqualTo("1");
    assertThat(query("SELECT 'a' = 'A'")).isEqualTo("0");
  }

  @Test
  void aFolderWithAPathLongerThanASocketAddressWorks() {
    // given
    Path deep = database.folder().path().resolveSibling("d".repeat(150));
    // when
    try (EmbeddedDatabase other = new EmbeddedDatabase(deep, DatabaseSettings.standard())) {
      other.start();
      // then
      assertThat(other.isRunning()).isTrue();
    }
  }

  @Test
  void aSchemaNameThatWouldNeedQuotingIsRefused() {
    assertThatThrownBy(() -> database.createSchema("a`; DROP DATABASE b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a-z, 0-9 and _");
  }

  @Test
  void whatTheServerRefusesIsTold() {
    // given
    JdbcDatabase stranger =
        new JdbcDatabase(
            "jdbc:mysql://127.0.0.1:" + database.folder().port("client") + "/",
            "nobody",
            "x",
            "MariaDB");
    // then
    assertThatThrownBy(() -> stranger.createSchema("s"))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("DATABASE_REFUSED")
        .hasMessageContaining("CREATE DATABASE IF NOT EXISTS s");
  }

  private long insertOneMore() throws SQLException {
    execute("INSERT INTO kept (v) VALUES (1)");
    return Long.parseLong(query("SELECT COUNT(*) FROM kept"));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(schema), database.user(), database.password());
  }
}
