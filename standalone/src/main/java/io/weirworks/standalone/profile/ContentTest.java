package io.weirworks.standalone.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.classification.BuiltInContent;
import io.weirworks.lineage.classification.Condition.Match;
import io.weirworks.standalone.StandaloneException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What rules ask of values.
 *
 * @param value the built-in type or the regular expression
 */
public record ContentTest(Match match, String value) {

  private static final String ON_CONTENT = "FIELD_CONTENT";

  /**
   * Those that any rule asks, each once.
   *
   * @param rules as lineage-service lists them
   */
  public static List<ContentTest> of(JsonNode rules) {
    Set<ContentTest> tests = new LinkedHashSet<>();
    for (JsonNode rule : rules.path("rules")) {
      for (JsonNode condition : rule.path("conditions")) {
        if (condition.path("target").asText().equals(ON_CONTENT)) {
          tests.add(
              new ContentTest(
                  Match.valueOf(condition.path("match").asText()),
                  condition.path("value").asText()));
        }
      }
    }
    return List.copyOf(tests);
  }

  /** A condition in Spark's SQL that is true of a value that passes. */
  String sql(String column) {
    return switch (match) {
      case BUILT_IN -> builtIn(column);
      case REGEX -> fits(column, value);
      case WILDCARD, PREFIX, SUFFIX, CONTAINS ->
          throw new IllegalStateException("no test of content: " + match);
    };
  }

  private String builtIn(String column) {
    BuiltInContent type =
        BuiltInContent.of(value)
            .orElseThrow(
                () ->
                    new StandaloneException(
                        StandaloneException.Code.PROFILE_FAILED,
                        "this version does not know the built-in type " + value));
    String whole = fits(column, type.regex());
    return type.hasLuhnSum() ? "(%s AND luhn_check(%s))".formatted(whole, column) : whole;
  }

  private static String fits(String column, String regex) {
    return "%s RLIKE %s".formatted(column, SparkText.literal(regex));
  }
}
