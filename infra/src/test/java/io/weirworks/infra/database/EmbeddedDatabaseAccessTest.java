package io.weirworks.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes in and what the services find there. */
@ExtendWith(InfraExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseAccessTest {

  private final EmbeddedDatabase database;
  private final String schema = Infra.freshName("schema");

  EmbeddedDatabaseAccessTest(SeparateInfra separate) {
    this.database = separate.database();
    database.createSchema(schema);
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

  private String query(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(schema), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
