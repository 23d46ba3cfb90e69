package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a schedule; all of it is told. */
public sealed interface WorkflowScheduleEvent {

  /**
   * A version makes its instances from now on.
   *
   * @param generatedThrough what of the first version counts as generated: its nights begin after
   * @param dueAtOnce when it was deployed, where the day of the deployment gets instances too
   */
  record WorkflowScheduled(
      WorkflowId workflow,
      Part part,
      InForce version,
      LocalDate generatedThrough,
      @Nullable Instant dueAtOnce)
      implements WorkflowScheduleEvent {

    /** The node that has it for itself; null: the nodes that follow the workflow's trigger. */
    public @Nullable NodeId node() {
      return part instanceof Part.Single(NodeId node) ? node : null;
    }
  }

  /** It makes no instances any more. */
  record WorkflowUnscheduled(Instant at) implements WorkflowScheduleEvent {}

  /**
   * The instances of some days are being made.
   *
   * @param instances how many
   * @param madeUp how many of them were missed
   * @param leftOut how many missed ones are not made up
   * @param leftOutTimes which these are; null: none
   * @param superseded not begun, and without a time in the new version: they are cancelled
   */
  record InstancesGenerated(
      Generation generation,
      int instances,
      int madeUp,
      int leftOut,
      @Nullable LeftOut leftOutTimes,
      List<WorkflowInstanceId> superseded)
      implements WorkflowScheduleEvent {
    public InstancesGenerated {
      superseded = List.copyOf(superseded);
    }
  }
}
