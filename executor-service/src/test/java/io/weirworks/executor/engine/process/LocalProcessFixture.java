package io.weirworks.executor.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.Cancellation;
import io.weirworks.executor.engine.EngineFixture;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Opens the engine of local processes on a directory of the test, and leaves no process behind. */
abstract class LocalProcessFixture implements EngineFixture {
  static final Map<String, String> BASE = Map.of("PATH", System.getenv("PATH"));
  static final Limits IMPATIENT = new Limits(5, Duration.ofMillis(300));

  @TempDir private Path directory;

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public LocalProcessEngine open() throws IOException {
    return new LocalProcessEngine(workspace(), BASE, () -> Instant.EPOCH);
  }

  @Override
  public Submission endsWith(int code, EngineTag tag, Path starts) {
    return shell(tag, "echo started >> '%s'; exit %d".formatted(starts, code), Limits.DEFAULT);
  }

  @Override
  public Submission waitsFor(Path gate, int code, EngineTag tag, Path starts) {
    return shell(tag, waitScript(gate, code, starts), Limits.DEFAULT);
  }

  static String waitScript(Path gate, int code, Path starts) {
    return "echo started >> '%s'; while [ ! -e '%s' ]; do sleep 0.02; done; exit %d"
        .formatted(starts, gate, code);
  }

  static Submission shell(EngineTag tag, String script, Limits limits) {
    return new Submission(
        tag, List.of("sh", "script.sh"), Map.of(), Map.of("script.sh", script), Map.of(), limits);
  }

  Path workspace() {
    return directory.resolve("workspace");
  }

  @AfterEach
  void endWhatATestLeft() throws Exception {
    var engine = open();
    for (var tag : engine.reattach()) {
      assertThat(engine.cancel(tag)).isInstanceOf(Cancellation.Confirmed.class);
    }
  }
}
