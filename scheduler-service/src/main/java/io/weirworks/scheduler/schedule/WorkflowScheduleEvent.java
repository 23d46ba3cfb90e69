package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.ZoneWindow;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a schedule. */
public sealed interface WorkflowScheduleEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends WorkflowScheduleEvent {}

  /** The instances ahead are those of these rules of the zone: a change of the row only. */
  record RulesKept(ZoneWindow rules) implements WorkflowScheduleEvent {}

  /**
   * The rules of the zone changed, and with them the time of an instance that has not begun (R23).
   *
   * @param from null: the day had one less
   * @param to null: the day has one less
   * @param rulesBefore version of the rules that it was made by
   */
  record InstanceRescheduled(
      LocalDate bizdate,
      @Nullable Place from,
      @Nullable Place to,
      ZoneId zone,
      String rulesBefore,
      String rules)
      implements Told {

    /** Why, for people. */
    public String reason() {
      return "The rules of time zone %s are those of tzdata %s, no longer of %s."
          .formatted(zone.getId(), rules, rulesBefore);
    }
  }

  /** A workflow instance and its scheduled time. */
  record Place(WorkflowInstanceId workflowInstance, Instant time) {}

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
      implements Told {

    /** The node that has it for itself; null: the nodes that follow the workflow's trigger. */
    public @Nullable NodeId node() {
      return part instanceof Part.Single(NodeId node) ? node : null;
    }
  }

  /** It makes no instances any more. */
  record WorkflowUnscheduled(Instant at) implements Told {}

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
      implements Told {
    public InstancesGenerated {
      superseded = List.copyOf(superseded);
    }
  }
}
