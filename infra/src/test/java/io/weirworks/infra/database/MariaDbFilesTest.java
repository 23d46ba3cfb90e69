package io.weirworks.infra.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbFilesTest {

  @ParameterizedTest
  @CsvSource({
    "'', /home/a/.cache/weirworks",
    "/caches, /caches/weirworks",
    "relative, /home/a/.cache/weirworks",
  })
  void theCacheIsWhereTheUserKeepsCaches(String configured, Path expected) {
    assertThat(MariaDbFiles.userCache(Map.of("XDG_CACHE_HOME", configured), Path.of("/home/a")))
        .isEqualTo(expected);
    assertThat(MariaDbFiles.userCache(Map.of(), Path.of("/home/a")))
        .isEqualTo(Path.of("/home/a/.cache/weirworks"));
  }

  @Test
  void theProgramsAreUnpackedOnceHoweverManyAskAtOnce(@TempDir Path cache) throws IOException {
    // given: what an unpacking that was cut off left
    Files.createFile(Files.createDirectories(cache.resolve("mariadb-11.4.5.new/bin")).resolve("x"));
    // when
    List<CompletableFuture<MariaDbFiles>> askers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> MariaDbFiles.unpackedIn(cache)))
            .limit(3)
            .toList();
    // then
    assertThat(askers.stream().map(CompletableFuture::join).distinct())
        .singleElement()
        .satisfies(
            files -> {
              assertThat(files.server()).isExecutable();
              assertThat(files.installer()).isExecutable();
              assertThat(files.base().resolve("share/mariadb_system_tables.sql")).isNotEmptyFile();
              assertThat(files.base().resolve("libs")).doesNotExist();
            });
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("mariadb-11.4.5", "mariadb.lock");
    }
  }
}
