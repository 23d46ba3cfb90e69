package io.weirworks.infra.database;

import io.weirworks.infra.InfraException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database server known by its address and an account that may make schemas.
 *
 * @param url {@code jdbc:mysql://host:port/} with options of its own, if any, after a {@code ?}
 * @param user may create and drop schemas
 * @param password its password
 * @param product what it is, for people
 */
public record JdbcDatabase(String url, String user, String password, String product)
    implements Database {

  @Override
  public void createSchema(String name) {
    execute(
        "CREATE DATABASE IF NOT EXISTS "
            + SchemaName.require(name)
            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
  }

  @Override
  public void dropSchema(String name) {
    execute("DROP DATABASE IF EXISTS " + SchemaName.require(name));
  }

  @Override
  public String jdbcUrl(String schema) {
    return at(SchemaName.require(schema));
  }

  @Override
  public String version() {
    try (Connection connection = connect()) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new InfraException(
          InfraException.Code.DATABASE_REFUSED,
          describe() + " did not tell its version: " + e.getMessage(),
          e);
    }
  }

  @Override
  public String describe() {
    return product + " on " + URI.create(url.substring("jdbc:".length())).getAuthority();
  }

  /** Whether it takes our account now. */
  boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new InfraException(
          InfraException.Code.DATABASE_REFUSED,
          describe() + " refused: " + sql + ": " + e.getMessage(),
          e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(at(""), user, password);
  }

  private String at(String schema) {
    int options = url.indexOf('?');
    String address = options < 0 ? url : url.substring(0, options);
    String query = options < 0 ? "" : url.substring(options);
    return ConnectorOptions.addTo(
        (address.endsWith("/") ? address : address + "/") + schema + query);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return describe() + " as " + user;
  }
}
