package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Binding;
import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.FaultCode;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.LoopVariables;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Surroundings;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a node instance knows of its direct upstream, as the decision so far has left it. */
record GraphSurroundings(WorkflowGraph graph, Draft draft, Place place) implements Surroundings {

  private NodeDefinition definition() {
    return graph.node(place.index());
  }

  private Steering steering() {
    return definition().steering();
  }

  private NodeState state(NodeId upstream, Place of) {
    return draft.node(id(upstream, of)).state();
  }

  private NodeInstanceId id(NodeId upstream, Place of) {
    return of.beside(graph.index(upstream)).id(draft.flow().plan().id(), graph);
  }

  /** By any of its upstream: one arm that is not chosen is enough (dataworks-semantics 4.4). */
  @Override
  public boolean isLeftOut() {
    return graph.mayBeLeftOut(place.index())
        && attached()
            .anyMatch(
                upstream ->
                    state(upstream, place) instanceof NodeState.Success(Completion completion)
                        && leavesOut(upstream, completion));
  }

  private boolean leavesOut(NodeId upstream, Completion completion) {
    Set<String> chosen = completion.chosen();
    if (completion.unchosen() || chosen == null) {
      return completion.unchosen();
    }
    Set<String> arms = steering().arms().getOrDefault(upstream, Set.of());
    return graph.node(graph.index(upstream)).steering().control()
            instanceof Control.Choose(var branch)
        && !Collections.disjoint(arms, branch.unchosen(chosen));
  }

  @Override
  public Verdict<Inputs> inputs() {
    Verdict<Map<String, OutputValue>> own = bound(steering().bindings(), place);
    NodeId loop = steering().loop();
    if (loop == null) {
      return own.then(values -> new Verdict.Value<>(new Inputs(values, null)));
    }
    int index = graph.index(loop);
    return own.then(
        values ->
            bound(graph.node(index).steering().bindings(), new Place(index, null))
                .then(
                    ofLoop ->
                        new Verdict.Value<>(
                            new Inputs(values, new LoopVariables(place.number(), ofLoop)))));
  }

  private Verdict<Map<String, OutputValue>> bound(List<Binding> bindings, Place of) {
    Map<String, OutputValue> values = new HashMap<>();
    for (Binding binding : bindings) {
      OutputValue value =
          graph.has(binding.upstream())
                  && state(binding.upstream(), of) instanceof NodeState.Success(var completion)
              ? completion.outputs().get(binding.output())
              : null;
      if (value == null) {
        return Verdict.fault(
            FaultCode.INPUT_MISSING,
            "%s is bound to %s of node %s, which has no such value: it did not run here, or put out nothing."
                .formatted(binding.name(), binding.output(), binding.upstream().value()));
      }
      values.put(binding.name(), value);
    }
    return new Verdict.Value<>(values);
  }

  @Override
  public Map<NodeId, Join.End> ends() {
    Map<NodeId, Join.End> ends = new LinkedHashMap<>();
    if (steering().control() instanceof Control.Meet(Join join)) {
      for (Join.Arm arm : join.arms()) {
        end(arm).ifPresent(end -> ends.put(arm.node(), end));
      }
    }
    return ends;
  }

  /** An arm that a backfill has not chosen did not run. */
  private Optional<Join.End> end(Join.Arm arm) {
    return graph.has(arm.node()) ? end(state(arm.node(), place)) : Optional.of(Join.End.NOT_RUN);
  }

  private static Optional<Join.End> end(NodeState state) {
    return switch (state) {
      case NodeState.Success(Completion completion) ->
          Optional.of(completion.unchosen() ? Join.End.NOT_RUN : Join.End.SUCCESS);
      case NodeState.Failure _, NodeState.Cancelled _ -> Optional.of(Join.End.FAILURE);
      case NodeState.NotRun _,
          NodeState.WaitTime _,
          NodeState.WaitOutcomes _,
          NodeState.WaitRerun _,
          NodeState.WaitSignal _,
          NodeState.Looping _,
          NodeState.WithRun _ ->
          Optional.empty();
    };
  }

  @Override
  public List<NodeId> openUpstreams() {
    return openUpstreams(_ -> false);
  }

  /** The same, where some run again. */
  List<NodeId> openUpstreams(Predicate<NodeId> again) {
    Map<Boolean, List<NodeId>> attached =
        attached().distinct().collect(Collectors.partitioningBy(again));
    List<NodeId> settled = attached.getOrDefault(false, List.of());
    draft.load(settled.stream().map(upstream -> id(upstream, place)).toList());
    Set<NodeId> open = new HashSet<>(attached.getOrDefault(true, List.of()));
    settled.stream().filter(upstream -> !isDone(upstream)).forEach(open::add);
    return definition().upstreams().stream().distinct().filter(open::contains).toList();
  }

  /** Upstream nodes that no operator has detached. */
  private Stream<NodeId> attached() {
    Set<NodeId> detached =
        draft.node(place.id(draft.flow().plan().id(), graph)).interventions().detached();
    return definition().upstreams().stream().filter(upstream -> !detached.contains(upstream));
  }

  private boolean isDone(NodeId upstream) {
    NodeState state = state(upstream, place);
    return state instanceof NodeState.Success
        || (state instanceof NodeState.Ended
            && steering().control() instanceof Control.Meet(Join join)
            && join.waitsForEndOf(upstream));
  }

  @Override
  public Optional<Signal> signal() {
    return draft.signal(place.id(draft.flow().plan().id(), graph));
  }

  @Override
  public AwaitedInstances awaited() {
    return draft.awaited(definition());
  }
}
