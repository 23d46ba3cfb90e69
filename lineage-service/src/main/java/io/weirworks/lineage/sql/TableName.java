package io.weirworks.lineage.sql;

import java.util.List;
import java.util.Locale;

/**
 * A table or view, fully qualified as far as the script says: {@code [catalog,] database, name}.
 * Canonical: lower case (neither metastore nor Spark tells cases apart), without Spark's default
 * catalog {@code spark_catalog}, with {@code default} where no database is named.
 *
 * @param parts two or more, outermost first
 */
public record TableName(List<String> parts) implements Dataset {
  public static final String DEFAULT_DATABASE = "default";
  private static final String SESSION_CATALOG = "spark_catalog";

  public TableName {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a table name has at least one part");
    }
    parts = canonical(parts);
  }

  /**
   * From dotted text without quotes, as catalogues and corpora write it: {@code t}, {@code db.t},
   * {@code catalog.db.t}.
   */
  public static TableName parse(String dotted) {
    return new TableName(List.of(dotted.split("\\.")));
  }

  public static TableName of(String... parts) {
    return new TableName(List.of(parts));
  }

  private static List<String> canonical(List<String> parts) {
    List<String> lower = parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    if (lower.size() > 2 && lower.getFirst().equals(SESSION_CATALOG)) {
      return lower.subList(1, lower.size());
    }
    return lower.size() == 1 ? List.of(DEFAULT_DATABASE, lower.getFirst()) : lower;
  }

  public String name() {
    return parts.getLast();
  }

  @Override
  public String id() {
    return String.join(".", parts);
  }
}
