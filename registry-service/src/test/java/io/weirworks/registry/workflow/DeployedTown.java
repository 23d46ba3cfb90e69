package io.weirworks.registry.workflow;

import static io.weirworks.registry.flowspec.Documents.problems;
import static io.weirworks.registry.flowspec.Documents.valid;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.flowspec.DependencyType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deployed workflows in memory, as rows keep them. */
final class DeployedTown {
  private final Map<UUID, WorkflowDraft> drafts = new LinkedHashMap<>();
  private final Map<String, OutputOwner> owners = new HashMap<>();

  /**
   * A node of a document.
   *
   * @param outputs JSON list of those that it declares
   * @param depends JSON list of its edges
   */
  record Node(String id, String outputs, String depends) {
    private String text() {
      return """
      {"id":"%1$s","name":"%1$s","outputs":{"nodeOutputs":%2$s},"script":{"runtime":{"command":"VIRTUAL"}}}"""
          .formatted(id, outputs.replaceAll("(\"[^\"]+\")", "{\"data\":$1}"));
    }

    private String edges() {
      return "{\"nodeId\":\"%s\",\"depends\":%s}".formatted(id, depends);
    }
  }

  /** A daily workflow. */
  static String flow(String name, Node... nodes) {
    return """
    {"version":"2.0.0","kind":"CycleWorkflow","spec":{"workflows":[{"id":"%1$s","name":"%1$s",
      "trigger":{"cron":"0 0 1 * * ?"},"nodes":[%2$s],"dependencies":[%3$s]}]}}"""
        .formatted(
            name,
            Arrays.stream(nodes).map(Node::text).collect(Collectors.joining(",")),
            Arrays.stream(nodes).map(Node::edges).collect(Collectors.joining(",")));
  }

  WorkflowDraft deploy(String text) {
    WorkflowDraft draft = valid(link(text));
    put(draft);
    return draft;
  }

  /** Deploys what is right; otherwise nothing changes. */
  boolean tryDeploy(String text) {
    return switch (link(text)) {
      case Checked.Valid<WorkflowDraft>(var draft) -> {
        put(draft);
        yield true;
      }
      case Checked.Invalid<WorkflowDraft> _ -> false;
    };
  }

  /** Undeploys what nobody waits for. */
  boolean tryUndeploy(WorkflowDraft draft) {
    if (!downstreams(draft.workflowId()).isEmpty()) {
      return false;
    }
    drafts.remove(draft.workflowId());
    owners.values().removeIf(owner -> owner.workflowId().equals(draft.workflowId()));
    return true;
  }

  private void put(WorkflowDraft draft) {
    List<OutputOwner.Claim> claims = LinkCheck.claims(draft, besides(draft.workflowId()));
    owners.values().removeIf(owner -> owner.workflowId().equals(draft.workflowId()));
    claims.forEach(claim -> owners.put(claim.output(), claim.owner()));
    drafts.put(draft.workflowId(), draft);
  }

  List<WorkflowDraft> drafts() {
    return List.copyOf(drafts.values());
  }

  List<Problem> refuse(String text) {
    return problems(link(text));
  }

  String owner(String output) {
    return Objects.requireNonNull(owners.get(output)).workflow();
  }

  private Checked<WorkflowDraft> link(String text) {
    return switch (Drafts.read(text)) {
      case Checked.Valid<WorkflowDraft>(var draft) ->
          LinkCheck.link(draft, besides(draft.workflowId()));
      case Checked.Invalid<WorkflowDraft> wrong -> wrong;
    };
  }

  private DeployedFlows besides(UUID workflow) {
    return new DeployedFlows() {
      @Override
      public Map<String, OutputOwner> owners(Collection<String> outputs) {
        return owners.entrySet().stream()
            .filter(entry -> outputs.contains(entry.getKey()))
            .filter(entry -> !entry.getValue().workflowId().equals(workflow))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      }

      @Override
      public Collection<String> similar(String output) {
        return owners.keySet();
      }

      @Override
      public List<Downstream> downstreams() {
        return DeployedTown.this.downstreams(workflow);
      }

      @Override
      public boolean isWaitedFor(UUID upstream, String output) {
        return DeployedTown.this.downstreams(upstream).stream()
            .anyMatch(downstream -> downstream.output().equals(output));
      }

      @Override
      public Set<UUID> upstreams(Collection<UUID> workflows) {
        return drafts.values().stream()
            .filter(draft -> workflows.contains(draft.workflowId()))
            .flatMap(draft -> draft.definition().dependencies().stream())
            .filter(dependency -> dependency.type() == DependencyType.NORMAL)
            .map(dependency -> Objects.requireNonNull(dependency.upstream()).workflowId())
            .collect(Collectors.toSet());
      }

      @Override
      public Optional<WorkflowDraft> deployed(UUID id) {
        return Optional.ofNullable(drafts.get(id));
      }
    };
  }

  private List<Downstream> downstreams(UUID upstream) {
    return drafts.values().stream()
        .flatMap(draft -> Downstream.of(draft, upstream).stream())
        .toList();
  }
}
