package io.weirworks.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir private Path folder;

  @Test
  void onlyOneHoldsItAtATime() {
    // given
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger mostInside = new AtomicInteger();
    // when
    List<CompletableFuture<Integer>> holders =
        IntStream.range(0, 8)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () ->
                            new FolderLock(folder.resolve("lock"), Duration.ofSeconds(30))
                                .holding(
                                    () -> {
                                      mostInside.accumulateAndGet(
                                          inside.incrementAndGet(), Math::max);
                                      inside.decrementAndGet();
                                      return number;
                                    })))
            .toList();
    // then
    assertThat(holders.stream().map(CompletableFuture::join))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(mostInside).hasValue(1);
  }

  @Test
  void whoCannotGetItInTimeIsToldWhere() {
    // given
    FolderLock held = new FolderLock(folder.resolve("lock"), Duration.ofSeconds(30));
    FolderLock late = new FolderLock(folder.resolve("lock"), Duration.ZERO);
    // then
    held.holding(
        () ->
            assertThatThrownBy(() -> late.holding(() -> 1))
                .isInstanceOf(InfraException.class)
                .hasMessageContaining("FOLDER_LOCKED")
                .hasMessageContaining(folder.resolve("lock").toString()));
  }
}
