package io.weirworks.executor.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run leaves on this host; a file that it did not write is not there. */
public interface RunFiles {

  /** Where log, statements and output are; null: it leaves none on this host. */
  @Nullable RunPaths paths();

  /** When it was started, by the host's clock; empty while it was not. */
  Optional<Instant> startedAt() throws IOException;

  /** When its end was written down; empty while it was not. */
  Optional<Instant> endedAt() throws IOException;
}
