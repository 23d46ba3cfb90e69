package io.weirworks.executor.engine.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Exit;
import io.weirworks.executor.engine.RunFiles;
import io.weirworks.executor.engine.RunPaths;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of one tag, {@code runs/<run>/<attempt>.<epoch>/}, and the lock of its attempt beside
 * them, {@code runs/<run>/lock.<attempt>}: a symbolic link whose making is atomic and whose target
 * names the holder. Everything is written to a temporary name and renamed, so a reader sees it
 * whole or not at all. The directory must lie on a disk of this host: processes of another host are
 * taken for dead.
 */
public record RunDirectory(EngineTag tag, Path path) implements RunFiles {
  private static final Pattern EXIT = Pattern.compile("(\\d{1,3}) (done|killed) (\\d{1,12})");

  static RunDirectory of(Path runs, EngineTag tag) {
    return new RunDirectory(
        tag, runs.resolve(tag.run().toString()).resolve(tag.attempt() + "." + tag.epoch()));
  }

  /** The child's working directory. */
  public Path work() {
    return path.resolve("work");
  }

  /** What the child is told of it. */
  @Override
  public RunPaths paths() {
    return new RunPaths(path, temporary());
  }

  Path temporary() {
    return path.resolve("tmp");
  }

  Path specification() {
    return path.resolve("spec.json");
  }

  Path lock() {
    return path.resolveSibling("lock." + tag.attempt());
  }

  /**
   * Makes the directory, readable by nobody else: scripts and logs may hold what others must not
   * see.
   */
  void create() throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Who took the attempt; empty while nobody has. */
  Optional<EngineTag> holder() throws IOException {
    try {
      return EngineTag.parse(Files.readSymbolicLink(lock()).toString());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (NotLinkException e) {
      throw new IOException("lock " + lock() + " must be a symbolic link to a tag", e);
    }
  }

  /** Takes the attempt for this tag; true where nobody had it. */
  boolean takeLock() throws IOException {
    create();
    try {
      Files.createSymbolicLink(lock(), Path.of(tag.toString()));
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }

  void askCancel() throws IOException {
    write(path.resolve("cancel"), "");
  }

  boolean isCancelAsked() {
    return Files.exists(path.resolve("cancel"));
  }

  Optional<ProcessIdentity> supervisor() throws IOException {
    return read("supervisor").flatMap(ProcessIdentity::parse);
  }

  Optional<ProcessIdentity> child() throws IOException {
    return read("child").flatMap(ProcessIdentity::parse);
  }

  /** How the child ended; empty while it has not, or where the file is torn: never a guess. */
  Optional<Exit> exit() throws IOException {
    return read("exit").flatMap(RunDirectory::parseExit);
  }

  @Override
  public Optional<Instant> startedAt() throws IOException {
    return writtenAt("supervisor");
  }

  @Override
  public Optional<Instant> endedAt() throws IOException {
    return writtenAt("exit");
  }

  /** When a file was last made in it: long after its end nothing is. */
  public Instant lastChangedAt() throws IOException {
    return Files.getLastModifiedTime(path).toInstant();
  }

  private Optional<Instant> writtenAt(String name) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(path.resolve(name)).toInstant());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  void writeExit(Exit exit) throws IOException {
    write(
        path.resolve("exit"),
        "%d %s %d\n"
            .formatted(exit.code(), exit.killed() ? "killed" : "done", exit.at().getEpochSecond()));
  }

  /**
   * Writes the file whole and durably: its bytes, then its name. Several may write the same one.
   */
  static void write(Path file, String text) throws IOException {
    var temporary =
        Files.createTempFile(file.resolveSibling("."), file.getFileName() + ".", ".tmp");
    Files.writeString(temporary, text);
    force(temporary);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    force(file.resolveSibling("."));
  }

  private static void force(Path fileOrDirectory) throws IOException {
    try (var channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static Optional<Exit> parseExit(String text) {
    var m = EXIT.matcher(text.strip());
    try {
      return m.matches()
          ? Optional.of(
              new Exit(
                  Integer.parseInt(m.group(1)),
                  m.group(2).equals("killed"),
                  Instant.ofEpochSecond(Long.parseLong(m.group(3)))))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Optional<String> read(String name) throws IOException {
    try {
      return Optional.of(Files.readString(path.resolve(name), UTF_8));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
