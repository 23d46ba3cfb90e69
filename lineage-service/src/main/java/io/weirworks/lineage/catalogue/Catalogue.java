package io.weirworks.lineage.catalogue;

import java.util.Optional;

/** Tables whose columns are known. */
@FunctionalInterface
public interface Catalogue {

  /**
   * @param table canonical id
   */
  Optional<TableSchema> schema(String table);
}
