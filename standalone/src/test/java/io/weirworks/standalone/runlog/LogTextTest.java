package io.weirworks.standalone.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.executor.LogChunk;
import io.weirworks.contract.executor.LogStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LogTextTest {

  private final LogText text = new LogText();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private void add(int attempt, LogStream stream, long offset, String data) {
    byte[] bytes = data.getBytes(UTF_8);
    out.writeBytes(
        text.add(
            new LogChunk(
                "run" + attempt, "node", attempt, stream, offset, ByteBuffer.wrap(bytes))));
  }

  @Test
  void pieceThatComesAgainAddsNothing() {
    // when
    add(1, LogStream.STDOUT, 0, "ab");
    add(1, LogStream.STDOUT, 0, "ab");
    add(1, LogStream.STDOUT, 2, "cd");
    add(1, LogStream.STDOUT, 0, "abcd");
    // then
    assertThat(out.toString(UTF_8)).isEqualTo("== attempt 1, run run1\nabcd");
  }

  @Test
  void pieceThatOverlapsAddsItsNewPart() {
    // when
    add(1, LogStream.STDOUT, 0, "abc");
    add(1, LogStream.STDOUT, 1, "bcde");
    // then
    assertThat(out.toString(UTF_8)).endsWith("\nabcde");
  }

  @Test
  void streamsCountTheirBytesApart() {
    // when
    add(1, LogStream.STDOUT, 0, "out ");
    add(1, LogStream.STDERR, 0, "err");
    // then
    assertThat(out.toString(UTF_8)).endsWith("\nout err");
  }

  @Test
  void whatIsMissingIsTold() {
    // when
    add(1, LogStream.STDOUT, 0, "ab\n");
    add(1, LogStream.STDOUT, 10, "cd");
    // then
    assertThat(out.toString(UTF_8)).endsWith("\nab\n== 7 bytes of STDOUT are missing\ncd");
  }

  @Test
  void eachAttemptHasItsHeading() {
    // when
    add(1, LogStream.STDOUT, 0, "a\n");
    add(2, LogStream.STDOUT, 0, "b\n");
    // then
    assertThat(out.toString(UTF_8))
        .isEqualTo("== attempt 1, run run1\na\n== attempt 2, run run2\nb\n");
  }

  @Test
  void characterSplitBetweenPiecesComesOutWhole() {
    // given
    byte[] euro = "€".getBytes(UTF_8);
    // when
    out.writeBytes(
        text.add(new LogChunk("r", "n", 1, LogStream.STDOUT, 0L, ByteBuffer.wrap(euro, 0, 1))));
    out.writeBytes(
        text.add(new LogChunk("r", "n", 1, LogStream.STDOUT, 1L, ByteBuffer.wrap(euro, 1, 2))));
    // then
    assertThat(out.toString(UTF_8)).endsWith("€");
  }
}
