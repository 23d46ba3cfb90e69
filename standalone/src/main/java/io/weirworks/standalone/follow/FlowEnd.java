package io.weirworks.standalone.follow;

import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import java.util.ArrayList;
import java.util.List;

/** What is said when a flow has ended. */
public final class FlowEnd {

  private FlowEnd() {}

  public static boolean succeeded(FlowProgress progress) {
    return progress.status().filter(FlowStatus.SUCCESS::equals).isPresent();
  }

  /** The status, then each node that failed with its reason and where its log is. */
  public static List<String> lines(FlowProgress progress) {
    List<String> lines = new ArrayList<>();
    lines.add(progress.status().map(FlowStatus::name).orElse(FlowStatus.UNKNOWN.name()));
    progress.instances().stream()
        .flatMap(instance -> progress.nodesOf(instance).stream())
        .filter(node -> node.getStatus() == InstanceStatus.FAILURE)
        .forEach(node -> lines.add(failure(node)));
    return lines;
  }

  private static String failure(NodeInstanceState node) {
    String why = node.getMessage() == null ? "" : ": " + node.getMessage();
    return "%s %s: %s%s; its log: weirworks logs %s"
        .formatted(
            node.getBizdate(), node.getNode(), node.getCode(), why, node.getNodeInstanceId());
  }
}
