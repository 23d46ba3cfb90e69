package io.weirworks.lineage.sql;

import java.util.List;
import java.util.Map;

/**
 * What is to be analysed.
 *
 * @param text one statement or many, {@code ;}-separated
 * @param variables values for {@code ${name}}; what is missing here and in the script's own SETs
 *     survives as {@code ${name}}
 * @param namespace the current {@code [catalog,] database} before the first statement; empty for
 *     the default database
 */
public record SqlScript(
    String text, Dialect dialect, Map<String, String> variables, List<String> namespace) {
  public SqlScript {
    variables = Map.copyOf(variables);
    namespace = List.copyOf(namespace);
  }

  public static SqlScript of(String text, Dialect dialect) {
    return new SqlScript(text, dialect, Map.of(), List.of());
  }
}
