package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.registry.WorkflowUndeployed;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.dependency.adapter.NodeDependencies;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workflow was undeployed: its instances stay, no more are made (dataworks-semantics 3.3). */
@Singleton
public final class WorkflowUndeployedHandler implements Handler<WorkflowUndeployed> {

  private final WorkflowSchedules schedules;

  public WorkflowUndeployedHandler(WorkflowSchedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public Class<WorkflowUndeployed> type() {
    return WorkflowUndeployed.class;
  }

  @Override
  public Optional<String> orderingKey(WorkflowUndeployed event, Envelope envelope, Work work) {
    return Optional.of(WorkflowNames.orderingKey(event.getWorkspace(), event.getName()));
  }

  @Override
  public Decision decide(WorkflowUndeployed event, Asked asked, Work work) {
    WorkflowId workflow = new WorkflowId(event.getWorkflowId());
    List<Effect> effects = new ArrayList<>();
    for (WorkflowScheduleRow row : StoredSchedules.ofWorkflow(workflow, work)) {
      var undeploy =
          new WorkflowScheduleCommand.Undeploy(event.getUndeployedAt(), event.getVersion());
      effects.addAll(schedules.undeploy(row, undeploy, asked, work));
    }
    if (effects.isEmpty()) {
      return Decision.nothing();
    }
    effects.add(NodeDependencies.forget(workflow));
    return Decision.effects(effects);
  }
}
