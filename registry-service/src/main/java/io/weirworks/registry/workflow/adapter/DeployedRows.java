package io.weirworks.registry.workflow.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.registry.workflow.DeployedFlows;
import io.weirworks.registry.workflow.Downstream;
import io.weirworks.registry.workflow.OutputOwner;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The other workflows, of whichever shard: their committed rows, and in their place what this
 * transaction has changed. True until the transaction ends, since deployments wait for one another.
 */
final class DeployedRows implements DeployedFlows {
  private final Work work;
  private final UUID workflowId;
  private final ChangedFlows changed;

  private DeployedRows(Work work, UUID workflowId) {
    this.work = work;
    this.workflowId = workflowId;
    this.changed = ChangedFlows.of(work, workflowId);
  }

  /**
   * Those besides {@code workflowId}; no other deployment is decided until the transaction ends.
   */
  static DeployedRows inOrder(Work work, UUID workflowId) {
    int _ = work.query(c -> LinkQueries.select(c, LinkQueries.LOCK, row -> 1).size());
    return new DeployedRows(work, workflowId);
  }

  private boolean isCommitted(String id) {
    return !id.equals(workflowId.toString()) && !changed.contains(id);
  }

  @Override
  public Map<String, OutputOwner> owners(Collection<String> outputs) {
    Map<String, OutputOwner> owners = new HashMap<>();
    work.query(c -> LinkQueries.owners(c, outputs))
        .forEach(
            (output, owner) -> {
              if (isCommitted(owner.workflowId().toString())) {
                owners.put(output, owner);
              }
            });
    for (OutputOwner.Claim claim : changed.claims()) {
      if (outputs.contains(claim.output())
          && (claim.owner().written() || !owners.containsKey(claim.output()))) {
        owners.put(claim.output(), claim.owner());
      }
    }
    return owners;
  }

  @Override
  public Collection<String> similar(String output) {
    Set<String> similar = new LinkedHashSet<>(work.query(c -> LinkQueries.similar(c, output)));
    changed.claims().forEach(claim -> similar.add(claim.output()));
    return similar;
  }

  @Override
  public List<Downstream> downstreams() {
    return downstreams(workflowId);
  }

  @Override
  public boolean isWaitedFor(UUID workflow, String output) {
    return downstreams(workflow).stream()
        .anyMatch(downstream -> downstream.output().equals(output));
  }

  private List<Downstream> downstreams(UUID upstream) {
    List<Downstream> downstreams = new ArrayList<>();
    for (LinkQueries.Link link : work.query(c -> LinkQueries.downstreams(c, upstream.toString()))) {
      if (isCommitted(link.workflowId())) {
        downstreams.add(link.downstream());
      }
    }
    downstreams.addAll(changed.downstreams(upstream));
    return downstreams;
  }

  @Override
  public Set<UUID> upstreams(Collection<UUID> workflows) {
    Set<UUID> upstreams = new HashSet<>(changed.upstreams(workflows));
    List<String> committed =
        workflows.stream().map(UUID::toString).filter(this::isCommitted).toList();
    upstreams.addAll(work.query(c -> LinkQueries.upstreams(c, committed)));
    return upstreams;
  }

  @Override
  public Optional<WorkflowDraft> deployed(UUID workflow) {
    return work.find(WorkflowSubjectKind.WORKFLOW, workflow.toString()).map(Deployed::inForce);
  }
}
