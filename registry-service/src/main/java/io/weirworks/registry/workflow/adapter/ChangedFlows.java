package io.weirworks.registry.workflow.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.registry.flowspec.DependencyType;
import io.weirworks.registry.workflow.CrossDependency;
import io.weirworks.registry.workflow.Downstream;
import io.weirworks.registry.workflow.OutputOwner;
import io.weirworks.registry.workflow.Upstream;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The other workflows that this transaction has deployed or undeployed; their rows are not written
 * yet.
 *
 * @param byId empty where it was undeployed
 */
record ChangedFlows(Map<String, Optional<Deployed>> byId) {

  static ChangedFlows of(Work work, UUID except) {
    Map<String, Optional<Deployed>> changed = work.changed(WorkflowSubjectKind.WORKFLOW);
    changed.remove(except.toString());
    return new ChangedFlows(changed);
  }

  boolean contains(String workflowId) {
    return byId.containsKey(workflowId);
  }

  private List<WorkflowDraft> drafts() {
    return byId.values().stream().flatMap(Optional::stream).map(Deployed::inForce).toList();
  }

  List<OutputOwner.Claim> claims() {
    List<OutputOwner.Claim> claims = new ArrayList<>();
    for (WorkflowDraft draft : drafts()) {
      claims.addAll(OutputOwner.claims(draft));
    }
    return claims;
  }

  List<Downstream> downstreams(UUID upstreamWorkflow) {
    return drafts().stream()
        .flatMap(draft -> Downstream.of(draft, upstreamWorkflow).stream())
        .toList();
  }

  Set<UUID> upstreams(Collection<UUID> workflows) {
    Set<UUID> upstreams = new HashSet<>();
    for (WorkflowDraft draft : drafts()) {
      if (workflows.contains(draft.workflowId())) {
        draft.definition().dependencies().stream()
            .filter(dependency -> dependency.type() == DependencyType.NORMAL)
            .map(CrossDependency::upstream)
            .filter(Objects::nonNull)
            .map(Upstream::workflowId)
            .filter(Objects::nonNull)
            .forEach(upstreams::add);
      }
    }
    return upstreams;
  }
}
