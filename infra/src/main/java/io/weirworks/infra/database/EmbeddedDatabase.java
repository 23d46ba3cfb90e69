package io.weirworks.infra.database;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.Launch;
import io.weirworks.infra.server.EmbeddedServer;
import io.weirworks.infra.server.Folders;
import io.weirworks.infra.server.Preparation;
import io.weirworks.infra.server.ServerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real MariaDB server, a process of its own, on loopback, over a folder of data that is installed
 * once. Its account {@code weirworks} has a password of this folder, kept in a file that only our
 * user can read. It outlives the process that started it.
 */
public final class EmbeddedDatabase extends EmbeddedServer implements Database {

  private static final String PORT = "client";
  private static final String USER = "weirworks";

  /**
   * Relative to the data folder, into which the server changes: as an absolute path it could pass
   * the 107 bytes that Linux takes.
   */
  private static final String SOCKET = "mariadb.sock";

  private final DatabaseSettings settings;
  private final Path cache;

  public EmbeddedDatabase(Path folder, DatabaseSettings settings) {
    super("the embedded MariaDB", new ServerFolder(folder));
    this.settings = settings;
    this.cache = MariaDbFiles.userCache(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** Listens on this port, from the next start on. */
  public EmbeddedDatabase onPort(int port) {
    folder().keepPort(PORT, port);
    return this;
  }

  @Override
  public void createSchema(String name) {
    account().createSchema(name);
  }

  @Override
  public void dropSchema(String name) {
    account().dropSchema(name);
  }

  @Override
  public String jdbcUrl(String schema) {
    return account().jdbcUrl(schema);
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    Path file = folder().file("password");
    if (!Files.exists(file)) {
      folder().write(file, Password.generate() + "\n");
    }
    return folder().read(file).strip();
  }

  @Override
  public String version() {
    return account().version();
  }

  @Override
  public String describe() {
    return account().describe();
  }

  @Override
  protected Launch prepare() {
    folder().requireFree(PORT);
    MariaDbFiles files = MariaDbFiles.unpackedIn(cache);
    if (!Files.exists(data())) {
      install(files);
    }
    folder().write(accountSql(), AccountSql.text(USER, password()));
    return new Launch(
        command(files), ownTemporaryFolder(), folder().path(), folder().log(), folder().pidFile());
  }

  @Override
  protected boolean answers() {
    return folder().listens(PORT) && account().answers();
  }

  @Override
  protected void ready() {
    try {
      Files.deleteIfExists(accountSql());
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot remove " + accountSql(), e);
    }
  }

  private JdbcDatabase account() {
    return new JdbcDatabase(
        "jdbc:mysql://127.0.0.1:" + folder().port(PORT) + "/",
        USER,
        password(),
        "embedded MariaDB");
  }

  /** A server that starts removes the temporary tables of all others that share its folder. */
  private Map<String, String> ownTemporaryFolder() {
    Path temporary = folder().file("tmp");
    Folders.create(temporary);
    return Map.of("TMPDIR", temporary.toString());
  }

  private Path data() {
    return folder().file("data");
  }

  /** Run by the server at its start: the only way to make an account without any other account. */
  private Path accountSql() {
    return folder().file("account.sql");
  }

  /**
   * Beside the final place, then renamed: an installation that was cut off is never taken for a
   * whole one.
   */
  private void install(MariaDbFiles files) {
    Path draft = folder().file("data.new");
    Folders.delete(draft);
    Folders.create(draft);
    Path link = linkTo(draft);
    Preparation.run(folder(), installation(files, link), ownTemporaryFolder());
    try {
      Files.delete(link);
      Files.delete(link.getParent());
      Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new InfraException(
          InfraException.Code.FILE, "cannot rename " + draft + " to " + data(), e);
    }
  }

  /** The installer, a shell script, takes no path with a blank in it. */
  private static Path linkTo(Path folder) {
    try {
      Path place = Files.createTempDirectory("weirworks");
      return Files.createSymbolicLink(place.resolve("data"), folder);
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot make a link to " + folder, e);
    }
  }

  private static List<String> installation(MariaDbFiles files, Path dataFolder) {
    List<String> command = new ArrayList<>();
    command.add(files.installer().toString());
    command.add("--no-defaults");
    command.add("--force");
    command.add("--basedir=" + files.base());
    command.add("--datadir=" + dataFolder);
    command.add("--skip-test-db");
    command.add("--auth-root-authentication-method=socket");
    asRoot(command);
    return command;
  }

  private List<String> command(MariaDbFiles files) {
    List<String> command = new ArrayList<>();
    command.add(files.server().toString());
    command.add("--no-defaults");
    command.add("--basedir=" + files.base());
    command.add("--datadir=" + data());
    command.add("--socket=" + SOCKET);
    command.add("--port=" + folder().port(PORT));
    command.add("--init-file=" + accountSql());
    command.addAll(ServerOptions.of(settings));
    asRoot(command);
    return command;
  }

  /** MariaDB refuses to run as root unless told in so many words. */
  private static void asRoot(List<String> command) {
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
  }
}
