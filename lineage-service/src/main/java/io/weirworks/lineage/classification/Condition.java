package io.weirworks.lineage.classification;

import io.weirworks.lineage.decision.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One condition of a rule; upper and lower case alike, but in regular expressions.
 *
 * @param value that is compared with
 * @param hitPercent for content, of how many of a hundred values it must be true, 1 to 100; else 0
 */
public record Condition(Target target, Match match, String value, int hitPercent) {

  static final int LONGEST = 200;
  private static final int WHOLE = 100;

  /** What is looked at. */
  public enum Target {
    FIELD_NAME,
    FIELD_COMMENT,
    /** The values, as the last profile counted them. */
    FIELD_CONTENT
  }

  /** How it is compared. */
  public enum Match {
    /** {@code *} stands for any characters, {@code ?} for one. */
    WILDCARD,
    PREFIX,
    SUFFIX,
    CONTAINS,
    /** For content: of a {@link BuiltInContent}. */
    BUILT_IN,
    /** For content: what a regular expression finds. */
    REGEX;

    boolean isOfContent() {
      return switch (this) {
        case BUILT_IN, REGEX -> true;
        case WILDCARD, PREFIX, SUFFIX, CONTAINS -> false;
      };
    }
  }

  /** One on what is written of a column. */
  public Condition(Target target, Match match, String value) {
    this(target, match, value, 0);
  }

  boolean holds(ColumnFacts column) {
    return switch (target) {
      case FIELD_NAME -> fits(column.name());
      case FIELD_COMMENT -> column.comments().stream().anyMatch(this::fits);
      case FIELD_CONTENT ->
          column.sample() != null && column.sample().reaches(match, value, hitPercent);
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
      case BUILT_IN, REGEX -> false; // of content alone
    };
  }

  /**
   * What is wrong with it, if anything.
   *
   * @param field of the command that it is in, such as conditions[3]
   */
  Optional<Refusal> fault(String field) {
    return Refusal.ifBlankOrTooLong(field + ".value", value, LONGEST)
        .or(() -> wrongMatch(field))
        .or(() -> wrongPercent(field))
        .or(() -> wrongTest(field + ".value"));
  }

  private Optional<Refusal> wrongMatch(String field) {
    return match.isOfContent() == (target == Target.FIELD_CONTENT)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Refusal.Code.UNKNOWN_VALUE,
                "FIELD_CONTENT is compared by BUILT_IN or REGEX, name and comment by the others",
                field + ".match",
                match.name()));
  }

  private Optional<Refusal> wrongPercent(String field) {
    int least = target == Target.FIELD_CONTENT ? 1 : 0;
    int most = target == Target.FIELD_CONTENT ? WHOLE : 0;
    return hitPercent >= least && hitPercent <= most
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Refusal.Code.OUT_OF_RANGE,
                "hitPercent is 1 to 100 for FIELD_CONTENT and 0 for the others",
                field + ".hitPercent",
                String.valueOf(hitPercent)));
  }

  private Optional<Refusal> wrongTest(String field) {
    return switch (match) {
      case BUILT_IN ->
          BuiltInContent.of(value).isPresent()
              ? Optional.empty()
              : Optional.of(
                  new Refusal(
                      Refusal.Code.UNKNOWN_VALUE,
                      "the built-in types are " + BuiltInContent.types(),
                      field,
                      value));
      case REGEX -> wrongRegex(field);
      case WILDCARD, PREFIX, SUFFIX, CONTAINS -> Optional.empty();
    };
  }

  private Optional<Refusal> wrongRegex(String field) {
    try {
      Pattern.compile(value);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          new Refusal(
              Refusal.Code.UNKNOWN_VALUE,
              "no regular expression: " + e.getDescription(),
              field,
              value));
    }
  }
}
