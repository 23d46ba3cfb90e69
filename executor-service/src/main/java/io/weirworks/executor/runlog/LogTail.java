package io.weirworks.executor.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads one stream of a run from its growing file, chunk by chunk, with memory for one chunk. It
 * keeps no position: whoever knows the end of the last chunk goes on from there, also after a
 * restart, and whoever does not begins at 0.
 */
public final class LogTail {
  /** An omission shorter than its own notice is none. */
  private static final int SHORTEST_OMISSION = 256;

  private final Path file;
  private final UUID run;
  private final int attempt;
  private final LogStream stream;
  private final SecretMask mask;
  private final LogLimits limits;

  public LogTail(
      Path file, UUID run, int attempt, LogStream stream, SecretMask mask, LogLimits limits) {
    this.file = file;
    this.run = run;
    this.attempt = attempt;
    this.stream = stream;
    this.mask = mask;
    this.limits = limits;
  }

  /**
   * The chunk at this offset or, behind an omission, the next one; empty where there is nothing to
   * send now.
   *
   * @param offset where the last chunk ended, or 0
   * @param ended whether the child has ended, so that the file is complete: only then is the rest
   *     behind the head sent
   */
  public Optional<LogChunk> next(long offset, boolean ended) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long head = limits.head();
      boolean omits = size - head - limits.tail() > SHORTEST_OMISSION;
      if (!ended) {
        return read(channel, offset, Math.min(size, head), false);
      }
      if (!omits) {
        return read(channel, offset, size, true);
      }
      if (offset < head) {
        return read(channel, offset, head, true);
      }
      long tail = size - limits.tail();
      return offset == head
          ? Optional.of(notice(tail - head))
          : read(channel, Math.max(offset, tail), size, true);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private LogChunk notice(long bytes) {
    var text = "%n[weirworks: %d bytes of this log are left out here]%n".formatted(bytes);
    return new LogChunk(run, attempt, stream, limits.head(), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  /**
   * Reads a little more than a chunk on both sides, so that a secret is seen that crosses an end of
   * it.
   */
  private Optional<LogChunk> read(FileChannel channel, long offset, long limit, boolean complete)
      throws IOException {
    int around = Math.max(0, mask.longest() - 1);
    long from = Math.max(0, offset - around);
    int before = (int) (offset - from);
    long wanted = Math.min(limit, offset + LogChunk.MAX_BYTES) - offset;
    if (wanted <= 0) {
      return Optional.empty();
    }
    var window = ByteBuffer.allocate(before + (int) wanted + around);
    while (window.hasRemaining() && channel.read(window, from + window.position()) >= 0) {}
    int length = window.position();
    int available = Math.min(length, before + (int) wanted);
    boolean more = offset + wanted < limit;
    int end =
        ChunkEnd.of(
            window.array(),
            before,
            available,
            complete && !more,
            more,
            complete ? available : mask.openEnd(window.array(), length));
    if (end <= before) {
      return Optional.empty();
    }
    mask.mask(window.array(), length);
    return Optional.of(
        new LogChunk(
            run,
            attempt,
            stream,
            offset,
            ByteBuffer.wrap(window.array(), before, end - before).slice()));
  }
}
