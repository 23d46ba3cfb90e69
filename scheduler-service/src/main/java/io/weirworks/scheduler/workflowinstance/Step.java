package io.weirworks.scheduler.workflowinstance;

/**
 * A piece of work over many nodes, with the place where it is to go on; what a continuation row
 * holds. Indexes are the graph's.
 */
public sealed interface Step {

  /** Make the node instances from this one on. */
  record CreateNodes(int nextNode) implements Step {}

  /** Start the nodes without upstream, from the {@code nextStart}th of them on. */
  record StartNodes(int nextStart) implements Step {}

  /** Cancel the nodes from this one on. */
  record CancelNodes(int nextNode) implements Step {}

  /** Release the downstream of a node that succeeded, from its {@code nextDownstream}th on. */
  record ReleaseDownstream(int node, int nextDownstream) implements Step {}
}
