package io.weirworks.scheduler.dag.adapter;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workflow instance's graph.
 *
 * @param nodes how many nodes the part has, all pages together
 * @param items from the first level before to the last behind
 * @param next what to hand in as {@code after} for the next page; null: this is the last
 */
@Serdeable
record DagPage(String workflowInstanceId, int nodes, List<DagNode> items, @Nullable Integer next) {

  /**
   * A node instance in the graph, with the contract's words for its state.
   *
   * @param level edges from the centre: below 0 before it, above 0 behind it
   * @param upstreamCount direct upstream nodes, all of them
   * @param downstreamCount direct downstream nodes, all of them
   * @param upstreams ids of direct upstream nodes, at most 100
   */
  @Serdeable
  record DagNode(
      String nodeInstanceId,
      String nodeId,
      String node,
      String command,
      int level,
      @Nullable String status,
      @Nullable String waitReason,
      boolean frozen,
      int attempt,
      int upstreamCount,
      int downstreamCount,
      List<String> upstreams) {}
}
