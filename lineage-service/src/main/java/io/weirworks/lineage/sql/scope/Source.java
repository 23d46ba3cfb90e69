package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dependency;

/**
 * A column that a value depends on, and how.
 *
 * @param fromCatalogue whether a schema from outside the statement was needed to find it
 */
public record Source(ColumnRef column, Dependency dependency, boolean fromCatalogue) {

  Source through(Dependency outer) {
    Dependency composed = outer.over(dependency);
    return composed == dependency ? this : new Source(column, composed, fromCatalogue);
  }

  Source throughCatalogue() {
    return fromCatalogue ? this : new Source(column, dependency, true);
  }
}
