package io.weirworks.infra.database;

/** The statements that make our account; the server runs them at each start, one per line. */
final class AccountSql {

  private AccountSql() {}

  /**
   * @param password of characters that need no escaping
   */
  static String text(String user, String password) {
    String account = "'" + user + "'@'127.0.0.1'";
    return "CREATE USER IF NOT EXISTS %s IDENTIFIED BY '%s';%n".formatted(account, password)
        + "ALTER USER %s IDENTIFIED BY '%s';%n".formatted(account, password)
        + "GRANT ALL PRIVILEGES ON *.* TO %s WITH GRANT OPTION;%n".formatted(account);
  }
}
