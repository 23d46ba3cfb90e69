package io.weirworks.standalone.platform;

import io.weirworks.standalone.platform.PlatformSettings.ExternalDatabase;
import java.time.Duration;
import java.util.Optional;

/** What {@code up} was asked for in so many words; the rest stays as it was, or is standard. */
public record PlatformRequest(
    Optional<Hosting> hosting,
    Optional<String> kafka,
    Optional<ExternalDatabase> database,
    Optional<Boolean> spark,
    Optional<Duration> clockOffset) {

  /** Nothing in particular. */
  public static PlatformRequest any() {
    return new PlatformRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  PlatformSettings over(PlatformSettings before) {
    return new PlatformSettings(
        hosting.orElse(before.hosting()),
        kafka.or(before::kafka),
        database.or(before::database),
        spark.orElse(before.spark()),
        clockOffset.orElse(before.clockOffset()));
  }
}
