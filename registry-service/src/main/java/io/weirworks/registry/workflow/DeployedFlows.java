package io.weirworks.registry.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The other workflows that are deployed, of all workspaces, as far as one is about to join them.
 */
public interface DeployedFlows {

  /** Who has these outputs; outputs that nobody else has are missing. */
  Map<String, OutputOwner> owners(Collection<String> outputs);

  /** Some of the outputs that are written like this one. */
  Collection<String> similar(String output);

  /** The nodes that wait for nodes of the workflow. */
  List<Downstream> downstreams();

  /** Whether nodes elsewhere wait for another workflow's output of this name. */
  boolean isWaitedFor(UUID workflow, String output);

  /** Of each of these workflows, those that it waits for in the same cycle. */
  Set<UUID> upstreams(Collection<UUID> workflows);

  /** One of them. */
  Optional<WorkflowDraft> deployed(UUID workflow);
}
