package io.weirworks.executor.engine.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code spec.json} says about a submission: enough for another executor to go on with it. The
 * environment may hold secrets and is not written.
 *
 * @param graceMillis from TERM to KILL
 */
record Specification(String tag, List<String> command, int niceness, long graceMillis) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Specification of(Submission submission) {
    var limits = submission.limits();
    return new Specification(
        submission.tag().toString(),
        submission.command(),
        limits.niceness(),
        limits.grace().toMillis());
  }

  static Optional<Specification> read(RunDirectory run) throws IOException {
    try {
      return Optional.of(
          JSON.readValue(Files.readString(run.specification()), Specification.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException(
          "specification " + run.specification() + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  void writeTo(RunDirectory run) throws IOException {
    RunDirectory.write(run.specification(), JSON.writeValueAsString(this));
  }

  Duration grace() {
    return Duration.ofMillis(graceMillis);
  }

  static Duration graceOf(RunDirectory run) throws IOException {
    return read(run).map(Specification::grace).orElse(Limits.DEFAULT.grace());
  }
}
