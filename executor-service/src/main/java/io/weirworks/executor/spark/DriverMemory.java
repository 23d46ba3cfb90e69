package io.weirworks.executor.spark;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The heap of a driver in MiB; Spark itself refuses less than 450. */
public record DriverMemory(long mebibytes) {
  private static final long FLOOR = 450;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})([kmgt]?)b?");

  /**
   * Reads Spark's notation: a number with k, m, g or t, in MiB without; empty where it is none or
   * too little.
   */
  public static Optional<DriverMemory> of(String text) {
    var m = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(m.group(1));
    long mebibytes =
        switch (m.group(2)) {
          case "k" -> number / 1024;
          case "g" -> number * 1024;
          case "t" -> number * 1024 * 1024;
          default -> number;
        };
    return mebibytes < FLOOR ? Optional.empty() : Optional.of(new DriverMemory(mebibytes));
  }
}
