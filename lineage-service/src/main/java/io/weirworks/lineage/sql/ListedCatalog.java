package io.weirworks.lineage.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas that somebody wrote down: {@code {"db.t": ["c1", "c2"]}}. */
public record ListedCatalog(Map<TableName, List<String>> schemas) implements Catalog {
  public ListedCatalog {
    schemas = Map.copyOf(schemas);
  }

  /**
   * @param schemas columns in table order, partition columns last, by dotted name
   */
  public static ListedCatalog of(Map<String, List<String>> schemas) {
    Map<TableName, List<String>> byName = new HashMap<>();
    schemas.forEach((name, columns) -> byName.put(TableName.parse(name), columns));
    return new ListedCatalog(byName);
  }

  @Override
  public Optional<List<String>> columns(TableName table) {
    return Optional.ofNullable(schemas.get(table));
  }
}
