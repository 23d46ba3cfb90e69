package io.weirworks.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How long each phase took, in their order. */
final class PhaseTimes {

  private static final double MILLIS_OF_SECOND = 1000;

  private final InstantSource clock;
  private final Map<String, Duration> phases = new LinkedHashMap<>();

  PhaseTimes(InstantSource clock) {
    this.clock = clock;
  }

  /** Does the work of one phase. */
  <T> T during(String phase, Supplier<T> work) {
    Instant start = clock.instant();
    T result = work.get();
    phases.put(phase, Duration.between(start, clock.instant()));
    return result;
  }

  /** A line for each phase and one for their sum. */
  List<String> lines() {
    Duration total = phases.values().stream().reduce(Duration.ZERO, Duration::plus);
    return Stream.concat(
            phases.entrySet().stream().map(phase -> line(phase.getKey(), phase.getValue())),
            Stream.of(line("total", total)))
        .toList();
  }

  private static String line(String phase, Duration time) {
    return String.format(Locale.ROOT, "%-10s %6.1f s", phase, time.toMillis() / MILLIS_OF_SECOND);
  }
}
