package io.weirworks.executor.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  private static final UUID RUN = new UUID(1, 2);
  private static final LogLimits SMALL = new LogLimits(100, 50);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("stdout.log");
  }

  private LogTail tail(LogLimits limits, SecretMask mask) {
    return new LogTail(file, RUN, 1, LogStream.STDOUT, mask, limits);
  }

  private static List<LogChunk> all(LogTail tail, boolean ended) throws IOException {
    var chunks = new ArrayList<LogChunk>();
    var next = tail.next(0, ended);
    while (next.isPresent()) {
      chunks.add(next.get());
      next = tail.next(next.get().end(), ended);
    }
    return chunks;
  }

  private static String text(LogChunk chunk) {
    return UTF_8.decode(chunk.bytes().duplicate()).toString();
  }

  @Test
  void aLogThatIsNotThereYetHasNoChunks() throws IOException {
    assertThat(tail(LogLimits.DEFAULT, SecretMask.NONE).next(0, false)).isEmpty();
  }

  @Test
  void aPartOfALineIsSentAtOnce() throws IOException {
    Files.writeString(file, "Step 1");
    assertThat(all(tail(LogLimits.DEFAULT, SecretMask.NONE), false))
        .extracting(LogTailTest::text)
        .containsExactly("Step 1");
  }

  @Test
  void chunksOfALongLogEndBehindLinesAndHoldAtMost64KiB() throws IOException {
    // given
    var line = "x".repeat(999) + "\n";
    Files.writeString(file, line.repeat(200));
    // when
    var chunks = all(tail(LogLimits.DEFAULT, SecretMask.NONE), true);
    // then
    assertThat(chunks)
        .hasSize(4)
        .allMatch(c -> text(c).endsWith("\n") && c.bytes().remaining() <= 64 * 1024);
  }

  @Test
  void aProgressBarIsCutBehindItsCarriageReturns() throws IOException {
    Files.writeString(file, ("[Stage 1:" + "=".repeat(90) + "]\r").repeat(1000));
    assertThat(all(tail(LogLimits.DEFAULT, SecretMask.NONE), true))
        .allMatch(c -> text(c).endsWith("]\r"));
  }

  @Test
  void aSecretThatArrivesInTwoPartsIsNeverShown() throws IOException {
    // given
    var tail = tail(LogLimits.DEFAULT, SecretMask.of(List.of("hunter2")));
    Files.writeString(file, "pw=hunt");
    // when
    var before = tail.next(0, false).orElseThrow();
    Files.writeString(file, "pw=hunter2 done");
    var after = tail.next(before.end(), false).orElseThrow();
    // then
    assertThat(text(before)).isEqualTo("pw=");
    assertThat(text(after)).isEqualTo("******* done");
  }

  @Test
  void ofAnEndedLogBeyondTheLimitsHeadNoticeAndTailAreSent() throws IOException {
    // given
    Files.writeString(file, "h".repeat(100) + "m".repeat(1000) + "t".repeat(50));
    // when
    var chunks = all(tail(SMALL, SecretMask.NONE), true);
    // then
    assertThat(chunks)
        .extracting(LogTailTest::text)
        .containsExactly(
            "h".repeat(100),
            "\n[weirworks: 1000 bytes of this log are left out here]\n",
            "t".repeat(50));
    assertThat(chunks).extracting(LogChunk::offset).containsExactly(0L, 100L, 1100L);
  }

  @Test
  void whileItRunsOnlyTheHeadIsSentSoThatWhatWasSentStaysTrue() throws IOException {
    Files.writeString(file, "h".repeat(100) + "m".repeat(20));
    assertThat(all(tail(SMALL, SecretMask.NONE), false))
        .extracting(LogTailTest::text)
        .containsExactly("h".repeat(100));
  }

  @Test
  void aLogWithinTheLimitsIsSentWhole() throws IOException {
    Files.writeString(file, "h".repeat(150));
    var text = all(tail(SMALL, SecretMask.NONE), true).stream().map(LogTailTest::text).toList();
    assertThat(String.join("", text)).isEqualTo("h".repeat(150));
  }

  @Test
  void trimmingGivesBackDiskAndChangesNothingThatIsSent() throws Exception {
    // given a log of 8 MiB of which 1 MiB is kept on each side
    var limits = new LogLimits(1 << 20, 1 << 20);
    Files.writeString(file, ("x".repeat(1023) + "\n").repeat(8 << 10));
    var before = all(tail(limits, SecretMask.NONE), true);
    var size = Files.size(file);
    // when
    var trimmed = LogTrim.trim(file, limits);
    // then
    assertThat(trimmed).isTrue();
    assertThat(size).isEqualTo(Files.size(file));
    assertThat(allocated(file)).isLessThan(size / 2);
    assertThat(all(tail(limits, SecretMask.NONE), true)).isEqualTo(before);
  }

  @Test
  void aShortLogIsNotTrimmed() throws Exception {
    Files.writeString(file, "short");
    assertThat(LogTrim.trim(file, LogLimits.DEFAULT)).isFalse();
  }

  private static long allocated(Path file) throws IOException, InterruptedException {
    var stat = new ProcessBuilder("stat", "--format=%b", file.toString()).start();
    var blocks = new String(stat.getInputStream().readAllBytes(), UTF_8).strip();
    stat.waitFor();
    return Long.parseLong(blocks) * 512;
  }
}
