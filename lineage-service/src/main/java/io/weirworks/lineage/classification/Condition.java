package io.weirworks.lineage.classification;

import java.util.List;
import java.util.Locale;

/**
 * One condition of a rule; upper and lower case alike.
 *
 * @param value that is compared with
 */
public record Condition(Target target, Match match, String value) {

  static final int LONGEST = 200;

  /** What is looked at. */
  public enum Target {
    FIELD_NAME,
    FIELD_COMMENT
  }

  /** How it is compared. */
  public enum Match {
    /** {@code *} stands for any characters, {@code ?} for one. */
    WILDCARD,
    PREFIX,
    SUFFIX,
    CONTAINS
  }

  /**
   * @param name of the column
   * @param comments all that is written of it
   */
  boolean holds(String name, List<String> comments) {
    return switch (target) {
      case FIELD_NAME -> fits(name);
      case FIELD_COMMENT -> comments.stream().anyMatch(this::fits);
    };
  }

  private boolean fits(String text) {
    String found = text.toLowerCase(Locale.ROOT);
    String sought = value.toLowerCase(Locale.ROOT);
    return switch (match) {
      case WILDCARD -> Wildcard.fits(sought, found);
      case PREFIX -> found.startsWith(sought);
      case SUFFIX -> found.endsWith(sought);
      case CONTAINS -> found.contains(sought);
    };
  }
}
