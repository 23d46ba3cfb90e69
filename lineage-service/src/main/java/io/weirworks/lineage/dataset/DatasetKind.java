package io.weirworks.lineage.dataset;

/** What a dataset is. */
public enum DatasetKind {
  /** A table or view of a metastore. */
  TABLE,
  /** Files under a path. */
  PATH
}
