package io.weirworks.lineage.sql.parse;

import java.time.Duration;

/**
 * What a statement may cost before it is given up with a diagnostic.
 *
 * @param maxCharacters after variables were put in
 * @param maxTime of parsing, by the clock handed to the parser
 */
public record ParseLimits(int maxCharacters, Duration maxTime) {
  /** A run's terminal event carries at most 1 MiB of statement text (DESIGN 6). */
  public static final ParseLimits DEFAULT = new ParseLimits(1 << 20, Duration.ofSeconds(10));
}
