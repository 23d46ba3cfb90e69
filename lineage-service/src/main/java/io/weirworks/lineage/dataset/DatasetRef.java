package io.weirworks.lineage.dataset;

/**
 * A dataset by name.
 *
 * @param id canonical, as {@link DatasetNames} makes it
 * @param name what people call it: {@code database.table}, or the path
 */
public record DatasetRef(String id, DatasetKind kind, String name) {}
