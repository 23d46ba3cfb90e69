package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;

/** What a schedule can be told. */
public sealed interface WorkflowScheduleCommand {

  /** A version of the workflow was deployed in which this part has a timetable. */
  record Deploy(WorkflowId workflow, Part part, InForce version)
      implements WorkflowScheduleCommand {}

  /**
   * The workflow was undeployed, or a version has no timetable for this part any more.
   *
   * @param version that was in force last, or that lacks the timetable
   */
  record Undeploy(Instant at, int version) implements WorkflowScheduleCommand {}

  /** Its timer is due. */
  record Generate() implements WorkflowScheduleCommand {}

  /** What one transaction could not hold. */
  sealed interface Continued extends WorkflowScheduleCommand {}

  /** Go on with a generation that one transaction could not hold, from the {@code next}th on. */
  record ContinueGeneration(Generation generation, int next) implements Continued {}

  /** Plan what was made by other rules of the zone anew, from the {@code next}th move on (R23). */
  record Replan(int next) implements Continued {}
}
