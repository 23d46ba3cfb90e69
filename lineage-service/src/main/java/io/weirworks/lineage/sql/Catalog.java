package io.weirworks.lineage.sql;

import java.util.List;
import java.util.Optional;

/** Known schemas, as of the run whose statements are analysed. */
@FunctionalInterface
public interface Catalog {
  Catalog EMPTY = table -> Optional.empty();

  /**
   * The table's columns in table order, partition columns last; empty if the table is not known.
   */
  Optional<List<String>> columns(TableName table);
}
