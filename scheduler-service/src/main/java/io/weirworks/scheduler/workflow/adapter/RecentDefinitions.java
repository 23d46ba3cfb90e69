package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.scheduler.workflow.Part;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Versions that were used last, as many as fit; they never change. */
final class RecentDefinitions {

  /** A part of a version. */
  record Version(String workflow, int version, Part part) {
    static Version of(DeployedWorkflow workflow, Part part) {
      return new Version(workflow.id().value(), workflow.version(), part);
    }
  }

  /** Characters of definitions that stay in memory. */
  private static final long MAX_WEIGHT = 32L << 20;

  private final Map<Version, DeployedWorkflow> recent = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  synchronized Optional<DeployedWorkflow> find(Version version) {
    return Optional.ofNullable(recent.get(version));
  }

  synchronized DeployedWorkflow remember(DeployedWorkflow workflow, Part part) {
    DeployedWorkflow before = recent.put(Version.of(workflow, part), workflow);
    weight += workflow.weight() - (before == null ? 0 : before.weight());
    Iterator<DeployedWorkflow> oldest = recent.values().iterator();
    while (weight > MAX_WEIGHT && recent.size() > 1) {
      weight -= oldest.next().weight();
      oldest.remove();
    }
    return workflow;
  }
}
