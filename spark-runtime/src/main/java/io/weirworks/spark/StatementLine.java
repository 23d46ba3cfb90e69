package io.weirworks.spark;

import org.jspecify.annotations.Nullable;

/**
 * One line of {@code statements.jsonl}.
 *
 * @param index from 0, in the order of the script
 * @param sha256 of the text's UTF-8, in hexadecimal
 * @param start milliseconds since 1970
 * @param rows of a query, as far as they were kept; null for a command
 * @param database current when the statement began: unqualified names belong to it
 * @param condition Spark's error condition, e.g. {@code TABLE_OR_VIEW_NOT_FOUND}; null on success
 *     or where Spark names none
 * @param message null on success
 */
public record StatementLine(
    int index,
    String text,
    String sha256,
    long start,
    long millis,
    @Nullable Long rows,
    String database,
    @Nullable String condition,
    @Nullable String sqlState,
    @Nullable String message) {}
