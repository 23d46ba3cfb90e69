package io.weirworks.infra.server;

import io.weirworks.infra.InfraException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder in which one server lives: its data, log, pid file, lock, and the ports that it keeps
 * over restarts so that its clients find it again.
 */
public final class ServerFolder {

  /**
   * Below the range from which Linux takes the ports of outgoing connections: those would take ours
   * while we are down.
   */
  private static final int FIRST_PORT = 20_000;

  private static final int LAST_PORT = 32_000;
  private static final int TRIES = 200;
  private static final int FORK_TRIES = 50;
  private static final long FORK_PAUSE_NANOS = 20_000_000;
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path path;

  /** Makes the folder where it does not exist; only our user comes in. */
  public ServerFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(this.path)) {
        Files.createDirectories(this.path.getParent());
        Files.createDirectory(this.path, OWNERS_FOLDER);
      }
    } catch (FileAlreadyExistsException madeMeanwhile) {
      requireFolder();
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot make the folder " + path, e);
    }
  }

  public Path path() {
    return path;
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  public Path pidFile() {
    return file("pid");
  }

  public Path log() {
    return file("server.log");
  }

  /** The port kept under this name; at first any free one. */
  public int port(String name) {
    Path file = file(name + ".port");
    if (Files.exists(file)) {
      return Integer.parseInt(read(file).strip());
    }
    int port = freePort();
    write(file, port + "\n");
    return port;
  }

  /** Keeps this port under this name from now on. */
  public void keepPort(String name, int port) {
    write(file(name + ".port"), port + "\n");
  }

  /**
   * Passes where nothing listens on the port kept under this name.
   *
   * @throws InfraException {@code PORT_IN_USE} where something listens on the port kept under this
   *     name
   */
  public void requireFree(String name) {
    int port = port(name);
    if (!becomesFree(port)) {
      throw new InfraException(
          InfraException.Code.PORT_IN_USE,
          "port %d, kept in %s, is in use by another program; end that, or remove the file to take another port"
              .formatted(port, file(name + ".port")));
    }
  }

  /** Whether anything takes connections on the port kept under this name. */
  public boolean listens(String name) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(name))) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /** Replaces a file in one step; only our user can read it. */
  public void write(Path file, String content) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(draft, OWNERS_FILE);
      Files.writeString(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot write " + file, e);
    }
  }

  public String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot read " + file, e);
    }
  }

  private void requireFolder() {
    if (!Files.isDirectory(path)) {
      throw new InfraException(
          InfraException.Code.FILE, path + " is a file; a server needs a folder there");
    }
  }

  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(TRIES, FIRST_PORT, LAST_PORT)
        .filter(ServerFolder::isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new InfraException(
                    InfraException.Code.PORT_IN_USE,
                    "no free port between "
                        + FIRST_PORT
                        + " and "
                        + LAST_PORT
                        + " in "
                        + TRIES
                        + " tries"));
  }

  /**
   * A child that this JVM is just forking holds our own probing sockets until it runs its program:
   * for that moment a free port looks taken.
   */
  private static boolean becomesFree(int port) {
    for (int tries = 0; tries < FORK_TRIES; tries++) {
      if (isFree(port)) {
        return true;
      }
      LockSupport.parkNanos(FORK_PAUSE_NANOS);
    }
    return false;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
