package io.weirworks.executor.runlog;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A piece of a run's log. Offsets are those of the stream, masking keeps lengths: chunks of one
 * stream that overlap agree, so one that is sent again is harmless. A gap between two means that
 * the middle of a very long log was left out.
 *
 * @param attempt of the run, from 1
 * @param offset of the first byte in its stream
 * @param bytes at most 64 KiB of UTF-8, as a rule whole lines
 */
public record LogChunk(UUID run, int attempt, LogStream stream, long offset, ByteBuffer bytes) {
  static final int MAX_BYTES = 64 * 1024;

  public LogChunk {
    bytes = bytes.asReadOnlyBuffer();
    if (bytes.remaining() > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a chunk holds at most " + MAX_BYTES + " bytes, not " + bytes.remaining());
    }
  }

  /** Where the next chunk of the stream may begin. */
  public long end() {
    return offset + bytes.remaining();
  }
}
