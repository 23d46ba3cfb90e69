package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Operation;
import io.weirworks.scheduler.instance.OperatorEvent;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.Continue;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.CreateWorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shell in memory: stores what decisions say, finishes continuations, keeps timers, and counts
 * records.
 */
final class World {
  static final LocalDate BIZDATE = LocalDate.of(2025, 10, 31);
  static final Instant SCHEDULED = Instant.parse("2025-11-01T02:30:00Z");

  final WorkflowGraph graph;
  final WorkflowInstanceId id;
  final List<Fact> facts = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  final Map<NodeInstanceId, NodeInstance> nodes = new LinkedHashMap<>();
  final Map<NodeInstanceId, Timer> timers = new LinkedHashMap<>();
  final Set<RunId> stopped = new TreeSet<>(Comparator.comparing(RunId::value));
  final List<Operation.Kind> operations = new ArrayList<>();
  final List<NodeInstance> begunTooEarly = new ArrayList<>();
  Instant now = SCHEDULED.plusSeconds(3600);
  int decisions;
  int largestRest;
  private final Set<NodeInstanceId> forced = new HashSet<>();
  private final @Nullable BackfillId backfill;
  private final WorkflowInstanceDecider decider;
  private @Nullable WorkflowInstance flow;

  World(WorkflowGraph graph, int maxRecords, @Nullable BackfillId backfill) {
    this.graph = graph;
    this.decider = new WorkflowInstanceDecider(graph, maxRecords);
    this.backfill = backfill;
    this.id =
        backfill == null
            ? WorkflowInstanceId.manual("cli", "1")
            : WorkflowInstanceId.ofBackfill(
                graph.definition().id(), backfill, 0, BIZDATE, SCHEDULED);
  }

  /** A manual run, created and started. */
  static World manual(WorkflowGraph graph) {
    World world = new World(graph, 1000, null);
    world.create();
    return world;
  }

  void create() {
    Origin origin =
        backfill == null
            ? new Origin.Manual()
            : new Origin.OfBackfill(backfill, 0, SCHEDULED, SchedulerType.NORMAL, true);
    send(new CreateWorkflowInstance(id, origin, BIZDATE, Map.of()));
  }

  Optional<Rejection> send(WorkflowInstanceCommand command) {
    return switch (decider.decide(flow, new Stored(nodes), command, now)) {
      case WorkflowInstanceDecision.Rejected(Rejection rejection) -> Optional.of(rejection);
      case WorkflowInstanceDecision.Accepted accepted -> {
        apply(accepted);
        yield accepted.rest().isEmpty() ? Optional.empty() : send(new Continue(accepted.rest()));
      }
    };
  }

  Optional<Rejection> send(String node, NodeInstanceCommand.Outer command) {
    return send(new ForNodeInstance(nodeId(node), command));
  }

  void report(String node, RunFact fact) {
    report(nodeId(node), fact);
  }

  void report(NodeInstanceId node, RunFact fact) {
    assertThat(send(new ForNodeInstance(node, new NodeInstanceCommand.ReportRun(fact)))).isEmpty();
  }

  void succeed(String node) {
    succeed(nodeId(node), RunOutput.NONE);
  }

  void succeed(NodeInstanceId node, RunOutput output) {
    NodeInstance instance = instance(node);
    report(
        node,
        new RunFact.Succeeded(instance.attempt(), instance.runSequence() + 1, null, now, output));
  }

  void fail(String node, RunFact.Cause cause) {
    fail(nodeId(node), cause);
  }

  void fail(NodeInstanceId node, RunFact.Cause cause) {
    NodeInstance instance = instance(node);
    report(
        node,
        new RunFact.Failed(
            instance.attempt(), instance.runSequence() + 1, cause, "E", "failed", 1, null, now));
  }

  /** Lets the timer of a node instance become due. */
  void fire(String node) {
    Timer timer = node(node).timer().orElseThrow();
    now = timer.due().isAfter(now) ? timer.due() : now;
    assertThat(send(node, new NodeInstanceCommand.FireTimer(timer.kind()))).isEmpty();
  }

  Optional<Rejection> rerun(String node, Downstream downstream, String... chosen) {
    return send(
        new WorkflowInstanceCommand.RerunNodeInstance(
            nodeId(node),
            downstream,
            Arrays.stream(chosen).map(NodeId::new).collect(Collectors.toSet()),
            "why"));
  }

  /** The ids of nodes that were set back, in order. */
  List<String> reset() {
    return facts.stream()
        .filter(Fact.OfNodeInstance.class::isInstance)
        .map(Fact.OfNodeInstance.class::cast)
        .filter(fact -> fact.event() instanceof OperatorEvent.NodeInstanceReset)
        .map(fact -> instance(fact.subject()).nodeId().value())
        .toList();
  }

  Optional<Rejection> stop() {
    return send(new WorkflowInstanceCommand.StopWorkflowInstance(id, "stop"));
  }

  WorkflowInstance flow() {
    if (flow == null) {
      throw new AssertionError("There is no workflow instance yet.");
    }
    return flow;
  }

  NodeInstance node(String node) {
    return instance(nodeId(node));
  }

  NodeInstance instance(NodeInstanceId nodeInstance) {
    NodeInstance instance = nodes.get(nodeInstance);
    if (instance == null) {
      throw new AssertionError("There is no " + nodeInstance);
    }
    return instance;
  }

  NodeInstanceId nodeId(String node) {
    return NodeInstanceId.of(id, new NodeId(node));
  }

  /** A node instance of a turn of a loop. */
  NodeInstanceId inner(String node, int round, int number) {
    return NodeInstanceId.of(id, new NodeId(node), new Iteration(round, number));
  }

  /** Code that was handed to the executor, with everything put in, in order. */
  List<String> code() {
    return effects.stream()
        .filter(Effect.DispatchRun.class::isInstance)
        .map(Effect.DispatchRun.class::cast)
        .map(
            run -> run.inputs().apply(graph.node(graph.index(run.node())).code(), run.parameters()))
        .map(text -> text instanceof Verdict.Value<String>(String code) ? code : text.toString())
        .toList();
  }

  /** Nodes that were handed to the executor, in order. */
  List<String> dispatched() {
    return effects.stream()
        .filter(Effect.DispatchRun.class::isInstance)
        .map(effect -> instance(((Effect.DispatchRun) effect).nodeInstance()).nodeId().value())
        .toList();
  }

  List<NodeInstanceEvent> events(NodeInstanceId subject) {
    return facts.stream()
        .filter(fact -> fact instanceof Fact.OfNodeInstance of && of.subject().equals(subject))
        .map(fact -> ((Fact.OfNodeInstance) fact).event())
        .toList();
  }

  private void apply(WorkflowInstanceDecision.Accepted accepted) {
    decisions++;
    largestRest = Math.max(largestRest, accepted.rest().size());
    long records =
        accepted.facts().stream().filter(World::isTold).count()
            + accepted.effects().stream().filter(NodeEffects::isRecord).count();
    assertThat(records).isLessThanOrEqualTo(decider.maxRecords());
    accepted.facts().forEach(this::store);
    accepted.effects().forEach(this::keep);
    facts.addAll(accepted.facts());
    effects.addAll(accepted.effects());
  }

  private static boolean isTold(Fact fact) {
    return switch (fact) {
      case Fact.OfNodeInstance of -> of.event() instanceof NodeInstanceEvent.Told;
      case Fact.OfWorkflowInstance of -> of.event() instanceof WorkflowInstanceEvent.Told;
    };
  }

  private void store(Fact fact) {
    switch (fact) {
      case Fact.OfNodeInstance(
              NodeInstanceId subject,
              long sequence,
              NodeInstanceCreated created) -> {
        assertThat(nodes.put(subject, NodeInstance.created(subject, created))).isNull();
        assertThat(sequence).isOne();
      }
      case Fact.OfNodeInstance(NodeInstanceId subject, long sequence, NodeInstanceEvent event) -> {
        NodeInstance before = instance(subject);
        nodes.put(subject, before.evolve(event));
        watchBeginning(before, event);
        assertThat(sequence).isEqualTo(before.sequence() + (isTold(fact) ? 1 : 0));
      }
      case Fact.OfWorkflowInstance(var _, long sequence, WorkflowInstanceCreated created) -> {
        assertThat(flow).isNull();
        flow = WorkflowInstance.created(created);
        assertThat(sequence).isOne();
      }
      case Fact.OfWorkflowInstance(var _, long sequence, WorkflowInstanceEvent event) -> {
        WorkflowInstance before = flow();
        flow = before.evolve(event);
        assertThat(sequence).isEqualTo(before.sequence() + (isTold(fact) ? 1 : 0));
      }
    }
  }

  /**
   * Nothing is begun while it is frozen; a first attempt after all attached upstream, or by force.
   */
  private void watchBeginning(NodeInstance before, NodeInstanceEvent event) {
    if (event instanceof OperatorEvent.NodeInstanceForceStarted) {
      forced.add(before.id());
    } else if (event instanceof NodeInstanceEvent.NodeInstanceDispatched && before.isFrozen()) {
      begunTooEarly.add(before);
    } else if (event instanceof NodeInstanceEvent.NodeInstanceDispatched
        && before.presentAttempt() == 0
        && !forced.remove(before.id())
        && graph.node(graph.index(before.nodeId())).upstreams().stream()
            .filter(upstream -> !before.interventions().detached().contains(upstream))
            .anyMatch(
                upstream ->
                    !(instance(before.beside(upstream)).state() instanceof NodeState.Success))) {
      begunTooEarly.add(before);
    }
  }

  private void keep(Effect effect) {
    switch (effect) {
      case Effect.SetTimer(NodeInstanceId node, Timer timer) ->
          assertThat(timers.put(node, timer)).isNull();
      case Effect.ClearTimer(NodeInstanceId node, Timer.Kind kind) ->
          assertThat(timers.remove(node)).extracting(Timer::kind).isEqualTo(kind);
      case Effect.StopRun(RunId run, var _, var _) -> assertThat(stopped.add(run)).isTrue();
      case Effect.LogOperation(var _, Operation operation) -> operations.add(operation.kind());
      case Effect.DispatchRun _, Effect.AwaitOutcome _, Effect.ReportWorkflowInstance _ -> {}
    }
  }
}
