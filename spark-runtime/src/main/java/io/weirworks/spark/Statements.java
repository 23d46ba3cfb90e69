package io.weirworks.spark;

import java.util.List;
import org.apache.spark.sql.catalyst.util.StringUtils;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Splits a script as Spark's own command line does: by its internal splitter, which knows quotes
 * and comments.
 */
final class Statements {
  private Statements() {}

  /**
   * @param scripting whether a script that is {@code BEGIN … END} as a whole is one statement
   *     ({@code spark.sql.scripting.enabled})
   */
  static List<String> split(String script, boolean scripting) {
    return CollectionConverters.asJava(StringUtils.splitSemiColonWithIndex(script, scripting))
        .stream()
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
