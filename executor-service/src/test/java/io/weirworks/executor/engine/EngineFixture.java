package io.weirworks.executor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** What a test needs of an engine: how to open it, and how a few jobs look to it. */
public interface EngineFixture {
  Duration BOUND = Duration.ofSeconds(30);

  /** Of this test alone. */
  Path directory();

  /**
   * Opens the engine anew, as another executor process would: nothing of an earlier object's memory
   * may be needed.
   */
  Engine open() throws IOException;

  /** A job that appends one line to {@code starts} and ends with {@code code}. */
  Submission endsWith(int code, EngineTag tag, Path starts);

  /**
   * A job that appends one line to {@code starts} and then ends with {@code code} once {@code gate}
   * exists.
   */
  Submission waitsFor(Path gate, int code, EngineTag tag, Path starts);

  static EngineTag newTag() {
    return new EngineTag(UUID.randomUUID(), 1, 1);
  }

  default Path starts() {
    return directory().resolve("starts");
  }

  default Path gate() {
    return directory().resolve("gate");
  }

  default Observation awaitFinal(Engine engine, EngineTag tag) {
    return await().atMost(BOUND).until(() -> engine.observe(tag), Observation::isFinal);
  }

  default void awaitStarted(Engine engine, EngineTag tag) {
    await()
        .atMost(BOUND)
        .until(() -> engine.observe(tag) instanceof Running && Files.exists(starts()));
  }

  default long startsSeen() throws IOException {
    if (!Files.exists(starts())) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(starts())) {
      return lines.count();
    }
  }

  static void assertCancelled(Cancellation cancellation) {
    assertThat(cancellation)
        .isInstanceOfSatisfying(
            Cancellation.Confirmed.class,
            c ->
                assertThat(c.last())
                    .isInstanceOfSatisfying(
                        Ended.class, e -> assertThat(e.exit().killed()).isTrue()));
  }
}
