package io.weirworks.standalone.follow;

import io.weirworks.contract.scheduler.BackfillState;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How far a workflow instance or a backfill is, as its state records have told so far. They lie on
 * several partitions, so they may come in any order of subjects.
 */
public final class FlowProgress {

  private final String root;
  private @Nullable BackfillState backfill;
  private final Map<String, WorkflowInstanceState> instances = new HashMap<>();
  private final Map<String, NodeInstanceState> nodes = new HashMap<>();

  /**
   * @param root id of the workflow instance or the backfill
   */
  public FlowProgress(String root) {
    this.root = root;
  }

  /** Takes a state record; true where it belongs here and says something new. */
  public boolean take(SpecificRecord state) {
    return switch (state) {
      case BackfillState told when root.equals(told.getBackfillId()) -> {
        boolean changed = !told.equals(backfill);
        backfill = told;
        yield changed;
      }
      case WorkflowInstanceState told
          when belongs(told.getWorkflowInstanceId(), told.getBackfillId()) ->
          !told.equals(instances.put(told.getWorkflowInstanceId(), told));
      case NodeInstanceState told
          when belongs(told.getWorkflowInstanceId(), told.getBackfillId()) ->
          !told.equals(nodes.put(told.getNodeInstanceId(), told));
      default -> false;
    };
  }

  private boolean belongs(String workflowInstance, @Nullable String ofBackfill) {
    return root.equals(workflowInstance) || root.equals(ofBackfill);
  }

  /** Of the whole; empty until it was told. */
  public Optional<FlowStatus> status() {
    return Optional.ofNullable(backfill)
        .map(BackfillState::getStatus)
        .or(() -> Optional.ofNullable(instances.get(root)).map(WorkflowInstanceState::getStatus));
  }

  /** Whether the whole has ended. */
  public boolean ended() {
    return status().filter(FlowProgress::isEnd).isPresent();
  }

  /** Whether the whole has ended and everything in it was told to its end. */
  public boolean complete() {
    return ended()
        && instances.size() >= begun()
        && instances.values().stream().allMatch(this::complete);
  }

  /** How many workflow instances there must be: a cancelled one may never have begun. */
  private int begun() {
    return backfill == null
        ? 1
        : backfill.getCounts().getSucceeded() + backfill.getCounts().getFailed();
  }

  private boolean complete(WorkflowInstanceState instance) {
    long nodesEnded = nodesOf(instance).stream().filter(NodeText::ended).count();
    return isEnd(instance.getStatus()) && nodesEnded == instance.getCounts().getTotal();
  }

  /** The workflow instances by business date. */
  public List<WorkflowInstanceState> instances() {
    return instances.values().stream()
        .sorted(Comparator.comparing(WorkflowInstanceState::getBizdate))
        .toList();
  }

  /** The node instances of one of them, in no particular order. */
  public List<NodeInstanceState> nodesOf(WorkflowInstanceState instance) {
    return nodes.values().stream()
        .filter(node -> node.getWorkflowInstanceId().equals(instance.getWorkflowInstanceId()))
        .toList();
  }

  /** The backfill, where the whole is one and was told. */
  public Optional<BackfillState> backfill() {
    return Optional.ofNullable(backfill);
  }

  static boolean isEnd(FlowStatus status) {
    return switch (status) {
      case SUCCESS, FAILURE, CANCELLED -> true;
      case RUNNING, UNKNOWN -> false;
    };
  }
}
