package io.weirworks.executor.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageEventsTest {
  private static final String HEALTHY = "{\"finished\":true,\"skipped\":0,\"failure\":null}";
  private static final LineageLimits SMALL = new LineageLimits(4, 200, 300, 2, 10_000, 50);

  @TempDir Path directory;
  private RunPaths paths;

  @BeforeEach
  void account() throws IOException {
    paths = new RunPaths(directory, directory);
    Files.writeString(paths.lineageAccount(), HEALTHY);
  }

  private static String event(String type, String run, String output) {
    String outputs =
        output.isEmpty() ? "" : "{\"namespace\":\"file\",\"name\":\"%s\"}".formatted(output);
    return "{\"eventType\":\"%s\",\"run\":{\"runId\":\"%s\"},\"outputs\":[%s]}"
        .formatted(type, run, outputs);
  }

  private LineageEvents read(LineageLimits limits, String... lines) throws IOException {
    Files.writeString(paths.openLineage(), String.join("\n", lines) + "\n");
    return LineageEvents.read(paths, SecretMask.NONE, limits);
  }

  @Test
  void theLastWordAboutAStatementIsToldAndWhatItRepeatsIsNot() throws Exception {
    // given
    String last = event("COMPLETE", "1", "/a");
    // when
    var events =
        read(
            LineageLimits.DEFAULT,
            event("START", "1", ""),
            event("RUNNING", "1", "/a"),
            last,
            event("START", "2", "/b"),
            event("FAIL", "2", ""));
    // then what only the start knew is told too
    assertThat(events.commands())
        .containsExactly(List.of(last, event("START", "2", "/b"), event("FAIL", "2", "")));
    assertThat(events.dropped()).isZero();
  }

  @Test
  void aRunThatNobodyListenedToHasNothingToTell() throws Exception {
    Files.delete(paths.lineageAccount());
    assertThat(read(SMALL, event("COMPLETE", "1", "/a")).isEmpty()).isTrue();
  }

  @Test
  void aJarThatWasMissingIsAGapOfTheRun() throws Exception {
    Files.writeString(
        paths.lineageAccount(),
        "{\"finished\":true,\"skipped\":12,\"failure\":\"openlineage-spark is not on the class path\"}");
    var events = LineageEvents.read(paths, SecretMask.NONE, SMALL);
    assertThat(events.dropped()).isOne();
    assertThat(events.missing()).isEqualTo("openlineage-spark is not on the class path");
  }

  @Test
  void anApplicationThatWasKilledIsAGapAndWhatItSaidIsTold() throws Exception {
    Files.writeString(paths.lineageAccount(), "{\"finished\":false}");
    var events = read(SMALL, event("COMPLETE", "1", "/a"));
    assertThat(events.commands()).hasSize(1);
    assertThat(events.dropped()).isOne();
  }

  @Test
  void aLineCutInTheMiddleIsCountedAndTheOthersAreTold() throws Exception {
    var last = event("COMPLETE", "1", "/a");
    var events = read(SMALL, last, event("COMPLETE", "2", "/b").substring(0, 30));
    assertThat(events.commands()).containsExactly(List.of(last));
    assertThat(events.dropped()).isOne();
  }

  @Test
  void garbageIsReadToTheLimitsAndNoFurther() throws Exception {
    // given more lines than are read, and more bytes in one line
    var lines = new String[SMALL.lines() + 1_000];
    Arrays.fill(lines, "?");
    // then
    assertThat(read(SMALL, lines).dropped()).isEqualTo(SMALL.lines() + 1);
    assertThat(read(SMALL, "x".repeat(100_000)).dropped()).isOne();
    assertThat(read(SMALL, "[1]", "{}", "{\"eventType\":{}}", "\u0000").dropped()).isEqualTo(4);
  }

  @Test
  void anEventThatIsTooLargeIsCounted() throws Exception {
    var events = read(SMALL, event("COMPLETE", "1", "/a".repeat(100)));
    assertThat(events.commands()).isEmpty();
    assertThat(events.dropped()).isOne();
  }

  @Test
  void eventsAreSpreadOverCommandsAndThoseBeyondTheLimitCounted() throws Exception {
    var lines = new String[10];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = event("COMPLETE", String.valueOf(i), "/some/table/of/the/warehouse");
    }
    var events = read(SMALL, lines);
    assertThat(events.commands()).extracting(List::size).containsExactly(2, 2);
    assertThat(events.dropped()).isEqualTo(6);
  }

  @Test
  void secretsAreMaskedAsInLogs() throws Exception {
    Files.writeString(paths.openLineage(), event("COMPLETE", "1", "/pa55word/t") + "\n");
    var events = LineageEvents.read(paths, SecretMask.of(List.of("pa55word")), SMALL);
    assertThat(events.commands().getFirst().getFirst()).contains("/********/t");
  }
}
