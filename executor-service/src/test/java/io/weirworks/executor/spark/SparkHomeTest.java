package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkHomeTest {
  @TempDir Path directory;

  @Test
  void aDirectoryWithSparksJarsIsOne() throws Exception {
    Files.createFile(
        Files.createDirectory(directory.resolve("jars")).resolve("spark-core_2.13-4.2.0.jar"));
    assertThat(SparkHome.of(directory).jars()).isEqualTo(directory.resolve("jars"));
  }

  @Test
  void aDirectoryWithoutThemIsRefusedWithWhatIsMissing() throws Exception {
    assertThatThrownBy(() -> SparkHome.of(directory))
        .hasMessageContaining("must have a directory 'jars'");
    Files.createDirectory(directory.resolve("jars"));
    assertThatThrownBy(() -> SparkHome.of(directory)).hasMessageContaining("no spark-core jar");
  }
}
