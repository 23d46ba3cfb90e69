package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import java.util.List;
import java.util.Optional;

/**
 * A dataset as OpenLineage names it: a table by its name in the metastore, files by their file
 * system and path, what is neither by the names that its own system told. What we export and what
 * we answer to OpenLineage's clients have the same names.
 */
public record OpenLineageName(String namespace, String name) {

  public static final String METASTORE = "hive";
  public static final String LOCAL_FILES = "file";

  private static final String ELSEWHERE = "openlineage:";
  private static final String AUTHORITY = "://";

  public static OpenLineageName of(DatasetRef dataset) {
    String name = dataset.name();
    if (dataset.kind() == DatasetKind.PATH) {
      int path = behindAuthority(name);
      return name.contains(AUTHORITY) && path > 0
          ? new OpenLineageName(name.substring(0, path), name.substring(path))
          : new OpenLineageName(LOCAL_FILES, name);
    }
    return dataset.id().startsWith(ELSEWHERE)
        ? elsewhere(name)
        : new OpenLineageName(METASTORE, name);
  }

  /** The first slash that neither belongs to {@code scheme://} nor begins the name; else -1. */
  private static int behindAuthority(String name) {
    int scheme = name.indexOf(AUTHORITY);
    return name.indexOf('/', scheme < 0 ? 1 : scheme + AUTHORITY.length());
  }

  /** Whichever slash of an id is taken for the one between them, both together are that id. */
  private static OpenLineageName elsewhere(String name) {
    int slash = behindAuthority(name);
    return slash < 0 || slash == name.length() - 1
        ? new OpenLineageName(ELSEWHERE, name)
        : new OpenLineageName(name.substring(0, slash), name.substring(slash + 1));
  }

  /** The dataset that is called so; empty where it names nothing. */
  public Optional<DatasetRef> dataset() {
    return namespace.equals(ELSEWHERE)
        ? DatasetNames.parse(ELSEWHERE + name)
        : DatasetNames.openLineage(namespace, name, List.of());
  }
}
