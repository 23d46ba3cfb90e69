package io.weirworks.standalone.lineage;

/** Which way to walk. */
public enum Direction {
  /** To what it was made from. */
  UPSTREAM,
  /** To what was made from it. */
  DOWNSTREAM
}
