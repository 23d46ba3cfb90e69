package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a backfill is to do, fixed when it starts: it cannot grow.
 *
 * @param version of the workflow, the same for all dates
 * @param from the first business date
 * @param to the last business date, itself included
 * @param parallelism how many dates are open at once, 1 to 10
 * @param constants replace parameters of these names
 */
public record BackfillPlan(
    BackfillId id,
    WorkflowId workflow,
    int version,
    LocalDate from,
    LocalDate to,
    BackfillOrder order,
    int parallelism,
    Map<String, String> constants) {
  public BackfillPlan {
    constants = Map.copyOf(constants);
  }

  /** How many business dates there are. */
  public int size() {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
  }

  /** The business date that comes {@code index}th, from 0. */
  public LocalDate date(int index) {
    return switch (order) {
      case ASC -> from.plusDays(index);
      case DESC -> to.minusDays(index);
    };
  }

  /** The workflow instance of a business date. */
  public WorkflowInstanceId workflowInstance(LocalDate bizdate) {
    return WorkflowInstanceId.ofBackfill(workflow, id, bizdate);
  }
}
