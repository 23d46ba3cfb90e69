package io.weirworks.executor.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LogTailProperties {
  private static final UUID RUN = new UUID(1, 2);
  private static final SecretMask MASK =
      SecretMask.of(List.of("hunter2", "topsecret\nline", "ünïcode"));

  @Provide
  Arbitrary<String> logs() {
    var pieces =
        Arbitraries.of(
            "hunter2",
            "hunter",
            "topsecret\nline",
            "topsecret\n",
            "ünïcode",
            "ü",
            "\n",
            "\r",
            "\r\n",
            "text ",
            "€",
            "x".repeat(40_000));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  /**
   * However the file grows and wherever reading begins anew, the chunks are pieces of the one
   * masked text.
   */
  @Property(tries = 300, seed = "42")
  void chunksOfAGrowingFileAreThePiecesOfTheMaskedText(
      @ForAll("logs") String log, @ForAll Random random) throws IOException {
    var bytes = log.getBytes(UTF_8);
    var expected = bytes.clone();
    MASK.mask(expected, expected.length);
    var file = Files.createTempFile("log", ".txt");
    try {
      var tail = new LogTail(file, RUN, 1, LogStream.STDOUT, MASK, LogLimits.DEFAULT);
      long offset = 0;
      int written = 0;
      while (written < bytes.length) {
        int more = 1 + random.nextInt(bytes.length - written);
        Files.write(
            file,
            java.util.Arrays.copyOfRange(bytes, written, written + more),
            StandardOpenOption.APPEND);
        written += more;
        offset =
            readOn(
                tail,
                random.nextInt(4) == 0 ? random.nextLong(offset + 1) : offset,
                false,
                expected);
      }
      assertThat(readOn(tail, offset, true, expected))
          .as("all is sent once it has ended")
          .isEqualTo(bytes.length);
      assertThat(readOn(tail, 0, true, expected))
          .as("and all again from the start")
          .isEqualTo(bytes.length);
    } finally {
      Files.delete(file);
    }
  }

  private static long readOn(LogTail tail, long offset, boolean ended, byte[] expected)
      throws IOException {
    var next = tail.next(offset, ended);
    while (next.isPresent()) {
      var chunk = next.get();
      assertThat(chunk.offset()).isEqualTo(offset);
      assertThat(chunk.bytes())
          .isEqualTo(ByteBuffer.wrap(expected, (int) offset, chunk.bytes().remaining()).slice());
      offset = chunk.end();
      next = tail.next(offset, ended);
    }
    return offset;
  }

  @Property(tries = 300, seed = "42")
  void linesDoNotDependOnHowTheBytesCome(@ForAll("logs") String log, @ForAll Random random) {
    // given
    var bytes = log.getBytes(UTF_8);
    var lines = new LogLines();
    var found = new ArrayList<String>();
    // when
    for (int from = 0; from < bytes.length; ) {
      int length = 1 + random.nextInt(Math.min(50_000, bytes.length - from));
      found.addAll(lines.accept(ByteBuffer.wrap(bytes, from, length)));
      from += length;
    }
    found.addAll(lines.end());
    // then
    var whole = new LogLines();
    var expected = new ArrayList<>(whole.accept(ByteBuffer.wrap(bytes)));
    expected.addAll(whole.end());
    assertThat(found).isEqualTo(expected);
    assertThat(found).noneMatch(line -> line.contains("\n") || line.contains("\r"));
  }
}
