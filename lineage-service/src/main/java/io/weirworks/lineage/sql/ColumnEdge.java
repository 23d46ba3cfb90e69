package io.weirworks.lineage.sql;

import java.util.Optional;

/**
 * The target column depends on the source column.
 *
 * @param expression the outermost expression whose value is written; absent where {@code *} or a
 *     whole table hands it on
 * @param fromCatalogue whether a schema from outside the statement was needed to say so
 */
public record ColumnEdge(
    ColumnRef from,
    ColumnRef to,
    Dependency dependency,
    Optional<SqlText> expression,
    boolean fromCatalogue) {}
