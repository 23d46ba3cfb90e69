package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.scheduler.backfill.Backfill;
import io.weirworks.scheduler.backfill.BackfillCounts;
import io.weirworks.scheduler.backfill.BackfillOrder;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.backfill.BackfillState;
import io.weirworks.scheduler.backfill.BizdateRange;
import io.weirworks.scheduler.backfill.OpenDate;
import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What nobody filters backfills by, as JSON.
 *
 * @param next index of the next date to begin
 * @param open business dates that are going on
 */
record BackfillBody(
    String name,
    String workspaceId,
    String workspace,
    BackfillOrder order,
    int parallelism,
    Map<String, String> constants,
    int next,
    List<Open> open,
    DateTally counts,
    List<Range> ranges,
    String startTime,
    String endTime,
    boolean immediately,
    boolean planned,
    String planHash) {

  /** A business date that is going on; {@code ended}: places of instances. */
  record Open(String bizdate, int size, List<Integer> ended, FlowStatus outcome) {
    static Open of(Map.Entry<LocalDate, OpenDate> open) {
      OpenDate date = open.getValue();
      return new Open(
          open.getKey().toString(), date.size(), List.copyOf(date.ended()), date.outcome());
    }

    OpenDate date() {
      return new OpenDate(size, new TreeSet<>(ended), outcome);
    }
  }

  /** Business dates, both included. */
  record Range(String from, String to) {
    static Range of(BizdateRange range) {
      return new Range(range.from().toString(), range.to().toString());
    }

    BizdateRange range() {
      return new BizdateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
  }

  /** {@link BackfillCounts} under the names that the column has for ever. */
  record DateTally(int waiting, int running, int succeeded, int failed, int cancelled) {
    static DateTally of(BackfillCounts counts) {
      return new DateTally(
          counts.waiting(),
          counts.running(),
          counts.succeeded(),
          counts.failed(),
          counts.cancelled());
    }

    BackfillCounts counts() {
      return new BackfillCounts(waiting, running, succeeded, failed, cancelled);
    }
  }

  static BackfillBody of(BackfillRow row) {
    Backfill backfill = row.backfill();
    BackfillPlan plan = backfill.plan();
    return new BackfillBody(
        row.name(),
        row.names().workspaceId(),
        row.names().workspace(),
        plan.order(),
        plan.parallelism(),
        plan.constants(),
        backfill.next(),
        backfill.open().entrySet().stream().map(Open::of).toList(),
        DateTally.of(backfill.counts()),
        plan.ranges().stream().map(Range::of).toList(),
        plan.window().from().toString(),
        plan.window().to().toString(),
        plan.immediately(),
        plan.planned(),
        backfill.planHash());
  }

  Backfill backfill(
      BackfillId id, WorkflowId workflow, int version, BackfillState state, long sequence) {
    BackfillPlan plan =
        new BackfillPlan(
            id,
            workflow,
            version,
            ranges.stream().map(Range::range).toList(),
            order,
            parallelism,
            constants,
            new BackfillCycles(LocalTime.parse(startTime), LocalTime.parse(endTime)),
            immediately,
            planned);
    SortedMap<LocalDate, OpenDate> dates = new TreeMap<>();
    open.forEach(each -> dates.put(LocalDate.parse(each.bizdate()), each.date()));
    return new Backfill(plan, planHash, next, dates, counts.counts(), state, sequence);
  }

  WorkflowNames names(String workflow) {
    return new WorkflowNames(workspaceId, workspace, workflow);
  }
}
