package io.weirworks.lineage.graph;

/** Which way edges are followed. */
public enum Direction {
  /** To what something was made from. */
  UPSTREAM,
  /** To what was made from it. */
  DOWNSTREAM
}
