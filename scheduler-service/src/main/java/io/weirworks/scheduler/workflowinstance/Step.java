package io.weirworks.scheduler.workflowinstance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work over many nodes, with the place where it is to go on; what a continuation row
 * holds. Indexes are the graph's; a number is that of a turn of a loop in its present round, from
 * 1.
 */
public sealed interface Step {

  /** Make the node instances from this one on. */
  record CreateNodes(int nextNode) implements Step {}

  /** Start the nodes without upstream, from the {@code nextStart}th of them on. */
  record StartNodes(int nextStart) implements Step {}

  /** Cancel the nodes from this one on. */
  record CancelNodes(int nextNode) implements Step {}

  /**
   * Tell the downstream of a node that it ended, from its {@code nextDownstream}th on.
   *
   * @param number 0: the node is in no loop
   */
  record ReleaseDownstream(int node, int nextDownstream, int number) implements Step {}

  /** Make the node instances of a turn, from the loop's {@code nextNode}th on, then start it. */
  record CreateTurn(int loop, int number, int nextNode) implements Step {}

  /** Start the nodes without upstream of a turn, from the loop's {@code nextNode}th on. */
  record StartTurn(int loop, int number, int nextNode) implements Step {}

  /** Cancel the nodes of a turn, from the loop's {@code nextNode}th on. */
  record CancelTurn(int loop, int number, int nextNode) implements Step {}

  /**
   * Set the nodes of a manual rerun back, from the {@code next}th on.
   *
   * @param of the node that was asked for
   * @param nodes all of the rerun, ascending
   * @param comment of the command
   */
  record RerunNodes(int of, List<Integer> nodes, int next, @Nullable String comment)
      implements Step {}

  /** Let the downstream of a node count its upstream anew, from its {@code next}th on. */
  record RecountDownstream(int node, int next) implements Step {}

  /** Let a node count its upstream anew, and begin where it waits for nothing. */
  record RecountNode(int node) implements Step {}

  /** End the turns of a loop of which nothing goes on any more. */
  record EndTurns(int loop) implements Step {}
}
