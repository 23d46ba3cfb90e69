package io.weirworks.registry.workflow;

/** What an edge of a document names. */
sealed interface EdgeTarget {

  /** A node of the same part. */
  record Inside(String nodeId) implements EdgeTarget {}

  /** The node of another workflow that has this output. */
  record Elsewhere(String output) implements EdgeTarget {}

  /** The workspace's root, or what is a problem already. */
  record Nothing() implements EdgeTarget {}
}
