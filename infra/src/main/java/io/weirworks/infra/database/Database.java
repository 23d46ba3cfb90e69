package io.weirworks.infra.database;

/** A MySQL-compatible database server, whoever runs it. */
public interface Database {

  /** Makes a schema (utf8mb4, binary collation) where it does not exist. */
  void createSchema(String name);

  /** Removes a schema with everything in it. */
  void dropSchema(String name);

  /** The address for Connector/J, with the options of {@link ConnectorOptions}. */
  String jdbcUrl(String schema);

  String user();

  String password();

  /** What the server says of itself when asked, for example {@code 9.7.4}. */
  String version();

  /** What it is and where, for people; never the password. */
  String describe();
}
