package io.weirworks.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.process.ListeningSockets;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.InfraExtension;
import io.weirworks.infra.testing.SeparateInfra;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
  void twoStartsAtOnceGiveOneServer() {
    // given
    Path folder = database.folder().path();
    database.stop();
    // when
    List<CompletableFuture<Long>> starts =
        Stream.generate(() -> new EmbeddedDatabase(folder, DatabaseSettings.standard()))
            .limit(2)
            .map(each -> CompletableFuture.supplyAsync(() -> startedPid(each)))
            .toList();
    // then
    assertThat(starts.stream().map(CompletableFuture::join).distinct()).hasSize(1);
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

  private static long startedPid(EmbeddedDatabase each) {
    each.start();
    return each.pid();
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
