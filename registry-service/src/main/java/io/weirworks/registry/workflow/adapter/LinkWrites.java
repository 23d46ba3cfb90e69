package io.weirworks.registry.workflow.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.registry.workflow.CrossDependency;
import io.weirworks.registry.workflow.DeployedFlows;
import io.weirworks.registry.workflow.LinkCheck;
import io.weirworks.registry.workflow.OutputOwner;
import io.weirworks.registry.workflow.Upstream;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowEvent;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowDeployed;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowUndeployed;
import io.weirworks.registry.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of outputs and of dependencies on other workflows. One that is given up is written as
 * nobody's, not deleted: a transaction runs writes by statement, so that only those of one
 * statement keep the order of the commands.
 */
final class LinkWrites {
  private static final String CLAIM =
      "INSERT INTO node_output (output, workflow_id, node_id, written) VALUES (?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE workflow_id = VALUES(workflow_id),"
          + " node_id = VALUES(node_id), written = VALUES(written)";
  private static final String DEPEND =
      "INSERT INTO workflow_dependency (workflow_id, node_id, type, output, upstream_workflow_id,"
          + " upstream_node_id) VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
          + " upstream_workflow_id = VALUES(upstream_workflow_id),"
          + " upstream_node_id = VALUES(upstream_node_id)";
  private static final String NOBODY = "";
  private static final Upstream NONE = new Upstream(null, NOBODY);

  private LinkWrites() {}

  /**
   * What an event changes.
   *
   * @param before the workflow as it was
   */
  static List<Effect.Write> of(WorkflowState before, WorkflowEvent event, DeployedFlows others) {
    List<WorkflowDraft> former =
        switch (before) {
          case WorkflowState.Deployed(var inForce, var _, var _) -> List.of(inForce);
          case WorkflowState.NotDeployed _ -> List.of();
        };
    List<WorkflowDraft> next =
        switch (event) {
          case WorkflowDeployed(var draft, var _, var _, var _) -> List.of(draft);
          case WorkflowUndeployed _ -> List.of();
        };
    List<Effect.Write> writes = new ArrayList<>(claims(former, next, others));
    Map<Key, Upstream> links = new LinkedHashMap<>();
    former.forEach(draft -> links(draft).keySet().forEach(key -> links.put(key, NONE)));
    next.forEach(draft -> links.putAll(links(draft)));
    links.forEach((key, upstream) -> writes.add(key.on(upstream)));
    return writes;
  }

  private static List<Effect.Write> claims(
      List<WorkflowDraft> former, List<WorkflowDraft> next, DeployedFlows others) {
    Map<String, Effect.Write> writes = new LinkedHashMap<>();
    for (WorkflowDraft draft : former) {
      List<String> outputs =
          OutputOwner.claims(draft).stream().map(OutputOwner.Claim::output).toList();
      Set<String> taken = others.owners(outputs).keySet();
      outputs.stream()
          .filter(output -> !taken.contains(output))
          .forEach(output -> writes.put(output, claim(output, NOBODY, NOBODY, false)));
    }
    for (WorkflowDraft draft : next) {
      LinkCheck.claims(draft, others)
          .forEach(claim -> writes.put(claim.output(), claim(claim.output(), claim.owner())));
    }
    return List.copyOf(writes.values());
  }

  private static Effect.Write claim(String output, OutputOwner owner) {
    return claim(output, owner.workflowId().toString(), owner.nodeId(), owner.written());
  }

  private static Effect.Write claim(
      String output, String workflowId, String nodeId, boolean written) {
    return new Effect.Write(CLAIM, List.of(output, workflowId, nodeId, written));
  }

  /** The primary key of a dependency. */
  private record Key(String workflowId, String nodeId, String type, String output) {
    Effect.Write on(Upstream upstream) {
      String elsewhere = upstream.workflowId() == null ? NOBODY : upstream.workflowId().toString();
      return new Effect.Write(
          DEPEND, List.of(workflowId, nodeId, type, output, elsewhere, upstream.nodeId()));
    }
  }

  private static Map<Key, Upstream> links(WorkflowDraft draft) {
    Map<Key, Upstream> links = new LinkedHashMap<>();
    for (CrossDependency dependency : draft.definition().dependencies()) {
      Upstream upstream = dependency.upstream();
      if (dependency.output() != null && upstream != null && upstream.workflowId() != null) {
        links.put(
            new Key(
                draft.workflowId().toString(),
                dependency.nodeId(),
                dependency.type().name(),
                dependency.output()),
            upstream);
      }
    }
    return links;
  }
}
