package io.weirworks.lineage.sql.parse;

import java.util.OptionalInt;

/**
 * Columns that a statement means by their position in the table, as names that no statement can
 * write.
 */
public final class Positional {
  private static final String PREFIX = "\u0000column ";

  private Positional() {}

  /** The stand-in for the column at a position, from 0. */
  public static String name(int position) {
    return PREFIX + position;
  }

  /** The position that a name stands for; empty for ordinary names. */
  public static OptionalInt position(String name) {
    return name.startsWith(PREFIX)
        ? OptionalInt.of(Integer.parseInt(name.substring(PREFIX.length())))
        : OptionalInt.empty();
  }
}
