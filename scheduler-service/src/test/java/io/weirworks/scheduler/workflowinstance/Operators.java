package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.OperatorCommand;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Operators who do whatever they may to whatever is there, and more. */
record Operators(World world) {
  private static final List<Downstream> KINDS = List.of(Downstream.values());

  /** One random command, told by a number. */
  void operate(int number) {
    if (world.nodes.isEmpty()) {
      return;
    }
    NodeInstance node = List.copyOf(world.nodes.values()).get(number / 8 % world.nodes.size());
    int choice = number / 8 / world.nodes.size();
    switch (number % 8) {
      case 0, 1 -> rerun(node, choice);
      case 2 -> send(node.id(), new OperatorCommand.SetSuccess(null));
      case 3 -> send(node.id(), new OperatorCommand.Freeze(null));
      case 4 -> send(node.id(), new OperatorCommand.Unfreeze(null));
      case 5 -> send(node.id(), new OperatorCommand.ChangePriority(1 + choice % 8, null));
      case 6 -> detach(node, choice);
      default -> send(node.id(), new OperatorCommand.ForceStart(null));
    }
  }

  /** Lets go of everything that is frozen. */
  void unfreezeAll() {
    List.copyOf(world.nodes.values()).stream()
        .filter(NodeInstance::isFrozen)
        .forEach(node -> send(node.id(), new OperatorCommand.Unfreeze(null)));
  }

  private void rerun(NodeInstance node, int choice) {
    Downstream downstream = KINDS.get(choice % KINDS.size());
    Set<NodeId> chosen =
        world.nodes.values().stream()
            .filter(other -> other.iteration() == null)
            .filter(other -> (other.id().hashCode() ^ choice) % 3 == 0)
            .map(NodeInstance::nodeId)
            .collect(Collectors.toSet());
    world.send(
        new WorkflowInstanceCommand.RerunNodeInstance(
            node.id(), downstream, downstream == Downstream.CHOSEN ? chosen : Set.of(), null));
  }

  private void detach(NodeInstance node, int choice) {
    List<NodeId> upstreams = world.graph.node(world.graph.index(node.nodeId())).upstreams();
    if (!upstreams.isEmpty()) {
      NodeInstanceId upstream = node.beside(upstreams.get(choice % upstreams.size()));
      send(node.id(), new OperatorCommand.RemoveDependency(Set.of(upstream), null));
    }
  }

  private void send(NodeInstanceId node, OperatorCommand command) {
    world.send(new WorkflowInstanceCommand.ForNodeInstance(node, command));
  }
}
