package io.weirworks.infra.server;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.Waiting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One at a time, between processes and between threads of one; the kernel frees the lock of a
 * process that died.
 */
public final class FolderLock {

  private final Path file;
  private final Duration limit;

  /**
   * @param file made if it does not exist; its folder does
   * @param limit how long to wait for the present holder
   */
  public FolderLock(Path file, Duration limit) {
    this.file = file;
    this.limit = limit;
  }

  /**
   * Does the work while holding the lock.
   *
   * @throws InfraException {@code FOLDER_LOCKED} when another holds it for longer than the limit
   */
  public <T> T holding(Supplier<T> work) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = acquire(channel)) {
      assert lock.isValid();
      return work.get();
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot lock " + file, e);
    }
  }

  private FileLock acquire(FileChannel channel) {
    AtomicReference<@Nullable FileLock> taken = new AtomicReference<>();
    Waiting.until(
        limit,
        () -> {
          taken.set(tryLock(channel));
          return taken.get() != null;
        });
    FileLock lock = taken.get();
    if (lock == null) {
      throw new InfraException(
          InfraException.Code.FOLDER_LOCKED,
          "%s is held by another process for more than %d s; wait for its start to end"
              .formatted(file, limit.toSeconds()));
    }
    return lock;
  }

  private @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return null;
    } catch (IOException e) {
      throw new InfraException(InfraException.Code.FILE, "cannot lock " + file, e);
    }
  }
}
