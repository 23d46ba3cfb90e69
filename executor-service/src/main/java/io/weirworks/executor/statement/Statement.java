package io.weirworks.executor.statement;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script that was run.
 *
 * @param index from 0, in the order of the script
 * @param text after parameter substitution and masking; null where the script's text did not fit
 * @param sha256 of the unmasked text, in hexadecimal
 * @param length of the unmasked text, in characters
 * @param rows that a query returned; null for a command
 * @param database current when it began
 * @param failure null where it succeeded
 */
public record Statement(
    int index,
    @Nullable String text,
    String sha256,
    int length,
    Instant start,
    Duration took,
    @Nullable Long rows,
    String database,
    @Nullable Failure failure) {
  /**
   * Why it failed.
   *
   * @param condition Spark's error condition, e.g. {@code TABLE_OR_VIEW_NOT_FOUND}; null where it
   *     names none
   * @param sqlState five characters; null where it names none
   */
  public record Failure(@Nullable String condition, @Nullable String sqlState, String message) {}
}
