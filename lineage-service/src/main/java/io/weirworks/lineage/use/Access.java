package io.weirworks.lineage.use;

/** What a run did with a dataset. */
public enum Access {
  READ,
  WRITE
}
