package io.weirworks.standalone.follow;

import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The whole flow as lines: a line for each node of the only instance, else for each instance. */
final class FlowPicture {

  private FlowPicture() {}

  static List<String> of(FlowProgress progress, NodeOrder order, Instant now) {
    List<WorkflowInstanceState> instances = progress.instances();
    List<String> lines = new ArrayList<>();
    progress
        .backfill()
        .ifPresent(
            backfill ->
                lines.add(
                    "backfill %s %s..%s  %s  %d of %d dates ended"
                        .formatted(
                            backfill.getWorkflow(),
                            backfill.getFromBizdate(),
                            backfill.getToBizdate(),
                            backfill.getStatus(),
                            backfill.getCounts().getTotal()
                                - backfill.getCounts().getWaiting()
                                - backfill.getCounts().getRunning(),
                            backfill.getCounts().getTotal())));
    if (instances.size() == 1) {
      lines.addAll(nodes(progress, instances.getFirst(), order, now));
    } else {
      instances.forEach(instance -> lines.add(instance(progress, instance, order, now)));
    }
    return lines;
  }

  private static List<String> nodes(
      FlowProgress progress, WorkflowInstanceState instance, NodeOrder order, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s  %s  %d of %d nodes succeeded"
            .formatted(
                instance.getWorkflow(),
                instance.getBizdate(),
                instance.getStatus(),
                instance.getCounts().getSucceeded(),
                instance.getCounts().getTotal()));
    for (NodeInstanceState node : order.sorted(progress.nodesOf(instance))) {
      String turn = node.getIteration() == 0 ? "" : " #" + node.getIteration();
      String name = "  ".repeat(order.depth(node)) + node.getNode() + turn;
      lines.add(
          "  %c %-34s %-14s %-24s %s"
              .formatted(
                  NodeText.symbol(node),
                  name,
                  node.getCommand(),
                  NodeText.status(node),
                  NodeText.duration(node, now))
              .stripTrailing());
    }
    return lines;
  }

  private static String instance(
      FlowProgress progress, WorkflowInstanceState instance, NodeOrder order, Instant now) {
    List<NodeInstanceState> nodes = order.sorted(progress.nodesOf(instance));
    String symbols =
        nodes.stream().map(node -> "" + NodeText.symbol(node)).collect(Collectors.joining());
    String atWork =
        nodes.stream()
            .filter(node -> !NodeText.ended(node) && node.getStartedAt() != null)
            .map(node -> node.getNode() + " " + NodeText.duration(node, now))
            .collect(Collectors.joining(", "));
    return "  %s  %-9s  %s  %s"
        .formatted(instance.getBizdate(), instance.getStatus(), symbols, atWork)
        .stripTrailing();
  }
}
