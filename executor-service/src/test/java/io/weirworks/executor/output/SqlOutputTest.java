package io.weirworks.executor.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.runlog.SecretMask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlOutputTest {
  @TempDir Path directory;

  @Test
  void rowsAreReadWithTheirNullsAndSecretsHidden() throws Exception {
    var file =
        Files.writeString(
            directory.resolve("output.json"),
            "{\"columns\":[\"a\",\"a\"],\"rows\":[[\"1\",null],[\"hunter2\",\"x\"]],\"truncated\":true}");
    assertThat(SqlOutput.read(file, SecretMask.of(List.of("hunter2"))))
        .isEqualTo(
            new OutputValue.Table(
                List.of("a", "a"),
                List.of(Arrays.asList("1", null), List.of("*******", "x")),
                true));
  }

  @Test
  void aScriptWithoutSelectHasNoOutput() throws Exception {
    assertThat(SqlOutput.read(directory.resolve("missing"), SecretMask.NONE))
        .isEqualTo(new OutputValue.None());
  }
}
