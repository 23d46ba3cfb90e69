package io.weirworks.executor.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.runlog.SecretMask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellOutputTest {
  @TempDir Path directory;

  static Stream<Arguments> logs() {
    return Stream.of(
        row("one\n", "one"),
        row("one\ntwo\n", "two"),
        row("one\ntwo", "two"),
        row("one\ntwo\n\n  \n", "two"),
        row("one\r\ntwo\r\n", "two"),
        row("10%\r50%\r100%\n", "100%"),
        row("a,b,c\n", "a", "b", "c"),
        row("a\\,b,c\n", "a,b", "c"),
        row("a,,\n", "a", "", ""),
        row("a\\b\\\n", "a\\b\\"),
        row("für,dich €\n", "für", "dich €"));
  }

  private static Arguments row(String stdout, String... elements) {
    return Arguments.of(stdout, List.of(elements));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void theLastLineThatIsNotBlankIsSplitOnCommas(String stdout, List<String> elements)
      throws Exception {
    var file = Files.writeString(directory.resolve("stdout.log"), stdout);
    assertThat(ShellOutput.read(file, SecretMask.NONE))
        .isEqualTo(new OutputValue.Elements(elements, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n\t\n"})
  void aLogWithoutALineIsNoOutput(String stdout) throws Exception {
    var file = Files.writeString(directory.resolve("stdout.log"), stdout);
    assertThat(ShellOutput.read(file, SecretMask.NONE)).isEqualTo(new OutputValue.None());
  }

  @Test
  void aRunThatNeverWroteHasNoOutput() throws Exception {
    assertThat(ShellOutput.read(directory.resolve("missing"), SecretMask.NONE))
        .isEqualTo(new OutputValue.None());
  }

  @Test
  void aLineOfMoreThan2MbIsCutAndMarked() throws Exception {
    var file =
        Files.writeString(directory.resolve("stdout.log"), "x".repeat(ShellOutput.MAX_BYTES + 1));
    assertThat(ShellOutput.read(file, SecretMask.NONE))
        .isEqualTo(new OutputValue.Elements(List.of("x".repeat(ShellOutput.MAX_BYTES)), true));
  }

  @Test
  void aSecretInTheOutputIsHidden() throws Exception {
    var file = Files.writeString(directory.resolve("stdout.log"), "user,hunter2\n");
    assertThat(ShellOutput.read(file, SecretMask.of(List.of("hunter2"))))
        .isEqualTo(new OutputValue.Elements(List.of("user", "*******"), false));
  }
}
