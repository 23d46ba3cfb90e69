package io.weirworks.scheduler.adapter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times in a JSON column: microseconds since the epoch, as exact as the database's clock. */
public final class Micros {

  private Micros() {}

  public static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  public static @Nullable Long ofNullable(@Nullable Instant time) {
    return time == null ? null : of(time);
  }

  public static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  public static @Nullable Instant timeOrNull(@Nullable Long micros) {
    return micros == null ? null : time(micros);
  }
}
