package io.weirworks.messaging.storage;

import org.jspecify.annotations.Nullable;

/**
 * A row that a transaction changed.
 *
 * @param row as it is to be
 * @param before as the table has it; null where it is not there, or nobody knows
 */
public record RowChange<S>(SubjectRow<S> row, @Nullable SubjectRow<S> before) {}
