package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A draft beside what is deployed (dataworks-semantics 3.3, 3.9, 3.11): output names are unique
 * over all workspaces, what it waits for is deployed, what others wait for stays, and nobody waits
 * in a circle. The definition is sorted by dependency, so paths name nodes by outputs.
 */
public final class LinkCheck {
  private final WorkflowDraft draft;
  private final DeployedFlows deployed;
  private final Problems problems = new Problems();

  private LinkCheck(WorkflowDraft draft, DeployedFlows deployed) {
    this.draft = draft;
    this.deployed = deployed;
  }

  /** The draft with the nodes that it waits for elsewhere, or every problem. */
  public static Checked<WorkflowDraft> link(WorkflowDraft draft, DeployedFlows deployed) {
    LinkCheck check = new LinkCheck(draft, deployed);
    check.checkOutputs();
    check.checkDownstreams();
    WorkflowDraft linked = draft.waitingFor(check.linked());
    if (check.problems.isEmpty()) {
      new CircleCheck(linked, deployed, check.problems).check();
    }
    return check.problems.isEmpty()
        ? new Checked.Valid<>(linked)
        : new Checked.Invalid<>(check.problems.all());
  }

  /**
   * The outputs that the draft's nodes have once it is deployed. Ids and names of nodes are unique
   * in their workflow only, so an output that a node has by itself is had by the first that is
   * deployed, and gives way to one that a document names.
   */
  public static List<OutputOwner.Claim> claims(WorkflowDraft draft, DeployedFlows deployed) {
    List<OutputOwner.Claim> claims = OutputOwner.claims(draft);
    Set<String> others =
        deployed.owners(claims.stream().map(OutputOwner.Claim::output).toList()).keySet();
    return claims.stream()
        .filter(claim -> claim.owner().written() || !others.contains(claim.output()))
        .toList();
  }

  private void checkOutputs() {
    Set<String> written = draft.definition().writtenOutputs();
    deployed
        .owners(written)
        .forEach(
            (output, owner) -> {
              if (owner.written() || deployed.isWaitedFor(owner.workflowId(), output)) {
                problems.add(
                    RejectionCode.DUPLICATE_OUTPUT,
                    "$..outputs.nodeOutputs[?(@.data=='" + output + "')].data",
                    output,
                    "an output of its own; node '%s' of %s/%s exports this one%s"
                        .formatted(
                            owner.nodeId(),
                            owner.workspace(),
                            owner.workflow(),
                            owner.written() ? "" : ", and others depend on it"));
              }
            });
  }

  private void checkDownstreams() {
    Map<String, String> nodes =
        OutputOwner.claims(draft).stream()
            .collect(Collectors.toMap(OutputOwner.Claim::output, claim -> claim.owner().nodeId()));
    Map<String, List<Downstream>> lost = new LinkedHashMap<>();
    for (Downstream downstream : deployed.downstreams()) {
      if (!downstream.upstreamNodeId().equals(nodes.get(downstream.output()))) {
        lost.computeIfAbsent(downstream.output(), absent -> new ArrayList<>()).add(downstream);
      }
    }
    lost.forEach(
        (output, downstreams) ->
            problems.add(
                RejectionCode.DOWNSTREAMS_EXIST,
                "$..outputs.nodeOutputs",
                output,
                "the output at node '%s', on which %s depends"
                    .formatted(
                        downstreams.getFirst().upstreamNodeId(), Downstream.named(downstreams))));
  }

  private List<CrossDependency> linked() {
    List<CrossDependency> all = draft.definition().dependencies();
    Collection<String> open = new HashSet<>();
    all.stream()
        .filter(CrossDependency::isOpen)
        .map(CrossDependency::output)
        .filter(Objects::nonNull)
        .forEach(open::add);
    Map<String, OutputOwner> owners = new HashMap<>(deployed.owners(open));
    List<CrossDependency> linked = new ArrayList<>();
    for (CrossDependency dependency : all) {
      String output = dependency.output();
      OutputOwner owner = output == null ? null : owners.get(output);
      if (owner != null) {
        linked.add(dependency.on(owner.upstream()));
      } else if (output == null) {
        linked.add(dependency);
      } else {
        unknown(dependency.nodeId(), output);
      }
    }
    return linked;
  }

  private void unknown(String nodeId, String output) {
    problems.add(
        RejectionCode.UNRESOLVED_DEPENDENCY,
        "$..[?(@.nodeId=='" + nodeId + "')].depends[?(@.output=='" + output + "')].output",
        output,
        () ->
            "an output of a node that is deployed: deploy its workflow first"
                + NearMatches.hint(output, deployed.similar(output)));
  }
}
