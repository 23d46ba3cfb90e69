package io.weirworks.lineage.run;

import io.weirworks.lineage.sql.Dialect;
import java.util.List;
import java.util.Locale;

/**
 * What a run ran.
 *
 * @param statements those that succeeded, in order
 * @param omitted statements of which not even the hash was carried
 */
public record RunScript(Run run, Dialect dialect, List<RunStatement> statements, int omitted) {

  public RunScript {
    statements = List.copyOf(statements);
  }

  public int size() {
    return statements.size() + omitted;
  }

  /** Whose SQL a node type's scripts are in, such as that of EMR_HIVE or EMR_SPARK_SQL. */
  public static Dialect dialect(String nodeType) {
    String type = nodeType.toUpperCase(Locale.ROOT);
    if (type.contains("HIVE")) {
      return Dialect.HIVE;
    }
    return type.contains("PRESTO") || type.contains("TRINO") ? Dialect.ANSI : Dialect.SPARK;
  }
}
