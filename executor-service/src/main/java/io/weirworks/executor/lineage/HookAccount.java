package io.weirworks.executor.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code io.weirworks.spark.LineageListener} says of its listening.
 *
 * @param finished whether the application came to its end
 * @param skipped events of Spark that openlineage-spark was not given
 * @param failure why it listened no more; null while nothing was wrong
 */
public record HookAccount(boolean finished, long skipped, @Nullable String failure) {
  private static final ObjectReader JSON =
      new ObjectMapper()
          .readerFor(HookAccount.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Reads it; empty where nobody listened to the run. */
  static Optional<HookAccount> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(new HookAccount(false, 0, "its account is unreadable"));
    }
  }

  /** Why something may be missing from its events; empty: nothing is. */
  Optional<String> missing() {
    if (failure != null) {
      return Optional.of(failure);
    }
    if (!finished) {
      return Optional.of("the application was killed");
    }
    return skipped > 0
        ? Optional.of("openlineage-spark missed %d events of Spark".formatted(skipped))
        : Optional.empty();
  }
}
