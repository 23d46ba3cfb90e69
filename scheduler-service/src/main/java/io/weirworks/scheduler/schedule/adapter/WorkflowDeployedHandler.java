package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.registry.WorkflowDeployed;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.dependency.adapter.NodeDependencies;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.schedule.InForce;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflow.adapter.UnusableDefinitionException;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A version of a workflow was deployed: its parts with a timetable are scheduled from the time of
 * the deployment on, those that have lost theirs no longer.
 */
@Singleton
public final class WorkflowDeployedHandler implements Handler<WorkflowDeployed> {

  private static final Logger LOG = LoggerFactory.getLogger(WorkflowDeployedHandler.class);

  private final WorkflowSchedules schedules;
  private final Definitions definitions;

  public WorkflowDeployedHandler(WorkflowSchedules schedules, Definitions definitions) {
    this.schedules = schedules;
    this.definitions = definitions;
  }

  @Override
  public Class<WorkflowDeployed> type() {
    return WorkflowDeployed.class;
  }

  @Override
  public Optional<String> orderingKey(WorkflowDeployed event, Envelope envelope, Work work) {
    var definition = event.getDefinition();
    return Optional.of(WorkflowNames.orderingKey(definition.getWorkspace(), definition.getName()));
  }

  @Override
  public Decision decide(WorkflowDeployed event, Asked asked, Work work) {
    Instant at = event.getDeployedAt();
    try {
      DeployedWorkflow workflow = DeployedWorkflow.of(new WorkflowState(event.getDefinition(), at));
      return deploy(workflow, at, asked, work);
    } catch (UnusableDefinitionException e) {
      LOG.error(
          "Version {} of workflow {} has no instances by the clock: {}",
          event.getDefinition().getVersion(),
          event.getDefinition().getWorkflowId(),
          e.rejection());
      return Decision.nothing();
    }
  }

  private Decision deploy(DeployedWorkflow workflow, Instant at, Asked asked, Work work) {
    WorkflowDefinition definition = workflow.graph().definition();
    List<Part> parts = definition.scheduledParts().toList();
    List<Effect> effects = new ArrayList<>();
    for (Part part : parts) {
      var deploy =
          new WorkflowScheduleCommand.Deploy(
              workflow.id(), part, new InForce(at, workflow.version()));
      effects.addAll(schedules.deploy(id(workflow.id(), part), deploy, workflow, asked, work));
    }
    for (WorkflowScheduleRow row : StoredSchedules.ofWorkflow(workflow.id(), work)) {
      if (!parts.contains(row.schedule().part())) {
        var undeploy = new WorkflowScheduleCommand.Undeploy(at, workflow.version());
        effects.addAll(schedules.undeploy(row, undeploy, asked, work));
      }
    }
    if (effects.isEmpty()) {
      return Decision.nothing();
    }
    effects.addAll(NodeDependencies.replace(definition));
    return definitions.pinning(workflow, Decision.effects(effects), work);
  }

  private static ScheduleId id(WorkflowId workflow, Part part) {
    return ScheduleId.of(workflow, part instanceof Part.Single(NodeId node) ? node : null);
  }
}
