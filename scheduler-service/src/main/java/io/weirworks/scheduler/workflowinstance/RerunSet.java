package io.weirworks.scheduler.workflowinstance;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.RerunDecider;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.RerunNodeInstance;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which node instances a manual rerun runs again: exactly what is asked for, inside the workflow
 * instance (R28), and why it is refused. Of a large graph it reads only what can be a reason to
 * refuse it.
 */
record RerunSet(WorkflowGraph graph, WorkflowInstance flow, NodeInstances nodes) {

  /** How many ids a refusal names. */
  private static final int NAMED = 20;

  /** The nodes, or why not. */
  sealed interface Result {
    /** Indexes of nodes, ascending. */
    record Covered(List<Integer> nodes) implements Result {}

    record Refused(Rejection rejection) implements Result {}
  }

  Result of(NodeInstance node, RerunNodeInstance command) {
    int index = graph.index(node.nodeId());
    Optional<Rejection> refusal =
        RerunDecider.refusal(node, graph.node(index)).or(() -> unreachable(index, command));
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    BitSet members = members(index, command);
    return stillRuns(members)
        .or(() -> denied(members))
        .<Result>map(Result.Refused::new)
        .orElseGet(() -> new Result.Covered(members.stream().boxed().toList()));
  }

  private BitSet members(int index, RerunNodeInstance command) {
    BitSet members =
        switch (command.downstream()) {
          case NONE -> new BitSet();
          case ALL -> reachable(index);
          case FAILED -> filtered(reachable(index), nodes.failed(flow.counts())::contains);
          case CHOSEN -> indexes(command.chosen());
        };
    members.set(index);
    return members;
  }

  /** Whatever hangs on the node, directly or through others, without itself. */
  private BitSet reachable(int from) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (int next : graph.downstream(open.remove())) {
        if (!reached.get(next)) {
          reached.set(next);
          open.add(next);
        }
      }
    }
    return reached;
  }

  private BitSet filtered(BitSet members, Predicate<NodeInstanceId> kept) {
    BitSet rest = new BitSet();
    members.stream().filter(member -> kept.test(id(member))).forEach(rest::set);
    return rest;
  }

  private BitSet indexes(Set<NodeId> chosen) {
    BitSet indexes = new BitSet();
    chosen.forEach(node -> indexes.set(graph.index(node)));
    return indexes;
  }

  private NodeInstanceId id(int index) {
    return NodeInstanceId.of(flow.plan().id(), graph.node(index).id());
  }

  private Optional<Rejection> unreachable(int index, RerunNodeInstance command) {
    if (command.downstream() != Downstream.CHOSEN) {
      return Optional.empty();
    }
    BitSet reachable = reachable(index);
    return command.chosen().stream()
        .filter(node -> !reachable.get(graph.index(node)))
        .findFirst()
        .map(
            node ->
                new Rejection(
                    RejectionCode.INVALID_PARAMETER,
                    "This node is not downstream of the instance; choose among those that are, or rerun it by itself.",
                    "nodes",
                    node.value()));
  }

  private Optional<Rejection> stillRuns(BitSet members) {
    Set<NodeInstanceId> running =
        flow.counts().running() == 0 || members.cardinality() == 1
            ? Set.of()
            : new HashSet<>(nodes.running(flow.counts()));
    if (running.isEmpty()) {
      return Optional.empty();
    }
    Set<NodeInstanceId> affected =
        members.stream().mapToObj(this::id).filter(running::contains).collect(toSet());
    return refused(affected, "%d of its downstream still run: wait for them or cancel them first.");
  }

  /** A node that may not run again does not because one before it does. */
  private Optional<Rejection> denied(BitSet members) {
    List<Integer> strict =
        members.stream().filter(member -> mode(member) != RerunMode.ALLOWED).boxed().toList();
    nodes.load(strict.stream().map(this::id).toList());
    Set<NodeInstanceId> denied =
        strict.stream()
            .filter(
                member ->
                    nodes
                        .find(id(member))
                        .flatMap(node -> RerunDecider.deniedBy(mode(member), node))
                        .isPresent())
            .map(this::id)
            .collect(toSet());
    return refused(
        denied,
        "%d of its downstream have run and may not run again (DENIED, or FAILURE_ALLOWED after a success): choose others.");
  }

  private RerunMode mode(int member) {
    NodeDefinition definition = graph.node(member);
    return definition.rerun().mode();
  }

  private static Optional<Rejection> refused(Set<NodeInstanceId> ids, String message) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionCode.OPERATION_DENIED,
                message.formatted(ids.size()),
                "downstream",
                ids.stream()
                    .map(id -> id.value().toString())
                    .sorted()
                    .limit(NAMED)
                    .collect(joining(", "))));
  }
}
