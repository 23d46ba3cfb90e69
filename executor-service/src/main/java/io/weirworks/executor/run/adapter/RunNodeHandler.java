package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.registry.ComputingResourceState;
import io.weirworks.contract.registry.ComputingResourceType;
import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.ComputeUnits;
import io.weirworks.executor.claim.LeaseTerms;
import io.weirworks.executor.claim.adapter.EarlyStops;
import io.weirworks.executor.claim.adapter.OwnedClaims;
import io.weirworks.executor.nodetype.NodeType;
import io.weirworks.executor.run.Acceptance;
import io.weirworks.executor.run.Demand;
import io.weirworks.executor.run.NodeCode;
import io.weirworks.executor.run.RunDecider;
import io.weirworks.executor.run.RunDecision;
import io.weirworks.executor.run.RunEnd;
import io.weirworks.executor.run.RunEvent;
import io.weirworks.executor.run.RunIdentity;
import io.weirworks.executor.spark.LineageJob;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scheduler asks for a run: always answered by an event. */
@Singleton
public final class RunNodeHandler implements Handler<RunNode> {

  private static final String LOCAL = ComputingResourceType.LOCAL.name();

  private final LeaseTerms terms;
  private final EarlyStops stops;
  private final Decisions decisions;

  RunNodeHandler(LeaseTerms terms, EarlyStops stops, Decisions decisions) {
    this.terms = terms;
    this.stops = stops;
    this.decisions = decisions;
  }

  @Override
  public Class<RunNode> type() {
    return RunNode.class;
  }

  @Override
  public Optional<String> orderingKey(RunNode command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public void load(List<RunNode> commands, Work work) {
    List<String> runs = commands.stream().map(RunNode::getRunId).toList();
    work.load(RunKind.RUN, runs);
    stops.load(work, runs);
  }

  @Override
  public Decision decide(RunNode command, Asked asked, Work work) {
    RunIdentity identity = identity(command);
    Demand demand = demand(command);
    NodeCode code = code(command);
    Integer units = OwnedClaims.of(work).units(work, demand.resourceGroup()).orElse(null);
    RunEnd.Refused refusal =
        Acceptance.refusal(identity, demand, code, units, foreignType(command, work)).orElse(null);
    return queue(command, asked, work, refusal);
  }

  private Decision queue(
      RunNode command, Asked asked, Work work, RunEnd.@Nullable Refused refusal) {
    String runId = command.getRunId();
    CancelAsk stop = stops.find(work, runId).orElse(null);
    RunDecision decision =
        RunDecider.queue(
            work.find(RunKind.RUN, runId).orElse(null),
            identity(command),
            demand(command),
            refusal,
            stop,
            asked.now(),
            asked.now().plus(terms.lease()));
    List<Effect> beside = new ArrayList<>();
    if (decision instanceof RunDecision.Accepted accepted
        && accepted.events().stream().anyMatch(RunEvent.Queued.class::isInstance)) {
      beside.add(keepWork(command, asked.envelope()));
    }
    if (stop != null) {
      beside.add(stops.forget(runId));
    }
    return decisions.of(runId, decision, beside);
  }

  @Override
  public Decision refuse(RunNode command, Rejection rejection, Asked asked, Work work) {
    RunEnd.Refused refusal =
        new RunEnd.Refused(rejection.code(), rejection.message(), rejection.field());
    return queue(command, asked, work, refusal);
  }

  /**
   * The type of the computing resource where it is known not to be one of this host. One that is
   * not known yet is no reason to refuse: registry-service deployed no node that names none.
   */
  private static @Nullable String foreignType(RunNode command, Work work) {
    String name = command.getComputingResource();
    return name == null
        ? null
        : work.viewedByName(ComputingResourceState.class, viewName(command.getWorkspaceId(), name))
            .map(viewed -> viewed.state().getType().name())
            .filter(type -> !type.equals(LOCAL))
            .orElse(null);
  }

  /** The name under which a workspace's computing resource is found. */
  public static String viewName(String workspaceId, String name) {
    return workspaceId + "/" + name;
  }

  @SuppressWarnings("NullAway") // messaging binds null as SQL's null
  private static Effect keepWork(RunNode command, Envelope envelope) {
    List<Object> parameters =
        Arrays.asList(
            new @Nullable Object[] {
              command.getRunId(),
              code(command).toJson(),
              envelope.actor(),
              envelope.onBehalfOf(),
              envelope.id(),
              envelope.correlationId(),
              envelope.traceparent()
            });
    return new Effect.Write(
        "INSERT INTO run_work (run, work, actor, on_behalf_of, causation_id, correlation_id,"
            + " traceparent) VALUES (?, ?, ?, ?, ?, ?, ?)",
        parameters);
  }

  private static RunIdentity identity(RunNode command) {
    return new RunIdentity(
        command.getRunId(),
        command.getAttempt(),
        command.getNodeInstanceId(),
        command.getWorkflowInstanceId(),
        command.getWorkspaceId(),
        command.getWorkspace(),
        command.getWorkflowId(),
        command.getWorkflow(),
        command.getNodeId(),
        command.getNode(),
        command.getCommand(),
        command.getLanguage(),
        command.getComputingResource(),
        command.getBizdate());
  }

  private static Demand demand(RunNode command) {
    String group = command.getResourceGroup();
    Integer asked = command.getComputeUnitsMilli();
    int units = asked == null ? type(command).map(ComputeUnits::byDefault).orElse(1) : asked;
    return new Demand(group == null ? Demand.DEFAULT_GROUP : group, command.getPriority(), units);
  }

  private static Optional<NodeType> type(RunNode command) {
    return NodeType.of(command.getCommand(), command.getLanguage());
  }

  private static NodeCode code(RunNode command) {
    return new NodeCode(
        type(command).map(NodeType::name).orElse(command.getCommand()),
        command.getScript(),
        command.getArguments(),
        command.getEnvironment(),
        command.getSparkConf(),
        command.getTimeoutSeconds(),
        new LineageJob(
            command.getWorkspace(),
            command.getWorkflow(),
            command.getNode(),
            command.getRunId(),
            command.getWorkflowInstanceId()));
  }
}
