package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.LogStream;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.runlog.LogChunk;
import io.weirworks.executor.runlog.LogLimits;
import io.weirworks.executor.runlog.LogTail;
import io.weirworks.executor.runlog.LogTrim;
import io.weirworks.executor.runlog.SecretMask;
import io.weirworks.schemas.TopicKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ships the log of one run to the log topic, chunk by chunk. After a restart it begins anew: chunks
 * that come again are harmless.
 */
final class LogShipment {

  /** Beyond this the other runs get their turn; the rest is shipped with the next look. */
  private static final int CHUNKS_AT_ONCE = 16;

  private final Outbound outbound;
  private final Claimed claimed;
  private final List<Stream> streams;
  private final List<Path> files;

  /**
   * @param paths null: it has no log here
   */
  LogShipment(Outbound outbound, Claimed claimed, @Nullable RunPaths paths) {
    this.outbound = outbound;
    this.claimed = claimed;
    if (paths == null) {
      this.files = List.of();
      this.streams = List.of();
      return;
    }
    this.files = List.of(paths.stdout(), paths.stderr());
    this.streams =
        List.of(
            new Stream(io.weirworks.executor.runlog.LogStream.STDOUT, paths.stdout()),
            new Stream(io.weirworks.executor.runlog.LogStream.STDERR, paths.stderr()));
  }

  /** Ships what there is now. */
  void ship() throws IOException {
    for (Stream stream : streams) {
      stream.ship(false);
    }
  }

  /**
   * Ships the rest of a run that has ended, waits until the broker has it, and frees the middle.
   */
  void finish(Duration most) throws IOException, InterruptedException {
    for (Stream stream : streams) {
      stream.ship(true);
    }
    for (Stream stream : streams) {
      stream.await(most);
    }
    for (Path file : files) {
      if (Files.exists(file)) {
        LogTrim.trim(file, LogLimits.DEFAULT);
      }
    }
  }

  private final class Stream {
    private final io.weirworks.executor.runlog.LogStream name;
    private final LogTail tail;
    private final List<Future<?>> sent = new ArrayList<>(1);
    private long offset;

    Stream(io.weirworks.executor.runlog.LogStream name, Path file) {
      this.name = name;
      this.tail =
          new LogTail(
              file,
              UUID.fromString(claimed.runId()),
              claimed.attempt(),
              name,
              SecretMask.NONE,
              LogLimits.DEFAULT);
    }

    void ship(boolean ended) throws IOException {
      for (int chunks = 0; ended || chunks < CHUNKS_AT_ONCE; chunks++) {
        Optional<LogChunk> next = tail.next(offset, ended);
        if (next.isEmpty()) {
          return;
        }
        send(next.get());
        offset = next.get().end();
      }
    }

    private void send(LogChunk chunk) {
      io.weirworks.contract.executor.LogChunk record =
          new io.weirworks.contract.executor.LogChunk(
              claimed.runId(),
              claimed.nodeInstanceId(),
              claimed.attempt(),
              LogStream.valueOf(name.name()),
              chunk.offset(),
              chunk.bytes());
      String id = "%s.%s.%d".formatted(claimed.runId(), name, chunk.offset());
      sent.clear();
      sent.add(outbound.send(TopicKind.LOGS, claimed.runId(), id, claimed, record));
    }

    /** The records of one partition are sent in order: the last one stands for all. */
    void await(Duration most) throws InterruptedException {
      for (Future<?> last : sent) {
        try {
          last.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
          // the files are the log; the topic is for those who follow it live
        }
      }
    }
  }
}
