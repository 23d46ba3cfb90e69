package io.weirworks.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightsExampleTest {

  private static final Path SOURCE = Path.of("..", "examples", "flights");

  @TempDir private Path folder;

  @Test
  void rawFilesAreThoseOfTheExample() throws Exception {
    // given a file of an earlier version
    FlightsExample example = new FlightsExample(folder);
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/airports.csv"), "old");
    // when
    example.place();
    example.place();
    // then
    for (String name : new String[] {"airports.csv", "flights-10k.json"}) {
      assertThat(folder.resolve("data").resolve(name))
          .hasSameBinaryContentAs(SOURCE.resolve("data").resolve(name));
    }
    assertThat(example.document()).isEqualTo(Files.readString(SOURCE.resolve("flights.yaml")));
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void nothingIsOutsideItsFolder() {
    // given
    FlightsExample example = new FlightsExample(folder);
    // then
    assertThat(example.parameters())
        .containsOnlyKeys("data_dir", "out_dir")
        .allSatisfy((name, value) -> assertThat(Path.of(value)).startsWithRaw(folder));
    assertThat(example.report(LocalDate.of(2001, 1, 2)))
        .isEqualTo(folder.resolve("reports/airport_report_20010102.csv"));
    assertThat(example.rawColumn()).isEqualTo("path:" + folder + "/data/flights-10k.json.delay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "a\"b", "$HOME", "a`b`", "a\\b"})
  void folderThatTheNodesTextsCannotCarryIsRefused(String name) {
    assertThatThrownBy(() -> new FlightsExample(folder.resolve(name)))
        .hasMessageContaining("WRONG_ARGUMENT")
        .hasMessageContaining(name);
  }
}
