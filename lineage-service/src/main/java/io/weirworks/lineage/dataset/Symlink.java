package io.weirworks.lineage.dataset;

/**
 * Another name of a dataset, as OpenLineage's symlinks facet tells it.
 *
 * @param type {@code TABLE} for its name in a metastore, {@code LOCATION} for its files; others
 *     mean nothing here
 */
public record Symlink(String namespace, String name, String type) {

  boolean isTable() {
    return type.equalsIgnoreCase("TABLE");
  }

  boolean isLocation() {
    return type.equalsIgnoreCase("LOCATION");
  }
}
