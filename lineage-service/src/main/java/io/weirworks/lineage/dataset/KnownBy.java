package io.weirworks.lineage.dataset;

/** How an edge is known. */
public enum KnownBy {
  /** From the text of the statement. */
  STATIC,
  /** From the engine while it ran. */
  RUNTIME
}
