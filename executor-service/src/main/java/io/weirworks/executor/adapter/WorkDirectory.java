package io.weirworks.executor.adapter;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The runner's directory, locked for as long as this process lives: two runners would take each
 * other's runs for rogues.
 */
final class WorkDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  /**
   * Takes the directory.
   *
   * @throws IllegalStateException where another runner has it
   */
  WorkDirectory(Path configured) throws IOException {
    this.path = Files.createDirectories(configured.toAbsolutePath().normalize());
    this.channel =
        FileChannel.open(
            path.resolve("runner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock() == null) {
      channel.close();
      throw new IllegalStateException(
          "work directory %s is used by another runner; set weirworks.executor.work-directory"
              .formatted(path));
    }
  }

  private @Nullable FileLock lock() throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
