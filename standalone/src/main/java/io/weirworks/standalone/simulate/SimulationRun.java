package io.weirworks.standalone.simulate;

import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.simulation.ScheduledNode;
import io.weirworks.scheduler.simulation.SimulatedInstance;
import io.weirworks.scheduler.simulation.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Simulates what was asked for, line by line. */
public final class SimulationRun {
  private static final Comparator<SimulatedInstance> ORDER =
      Comparator.comparing((SimulatedInstance instance) -> instance.scheduledTime().toInstant())
          .thenComparing(SimulatedInstance::key)
          .thenComparing(SimulatedInstance::bizdate);

  private final SimulationRequest request;
  private final Supplier<Collection<WorkflowDefinition>> deployed;
  private final Consumer<String> out;
  private final Consumer<String> warnings;

  /**
   * @param deployed the definitions in force in the workspace; asked only where they are needed
   * @param out takes the lines
   * @param warnings takes what a person should know about the definitions
   */
  public SimulationRun(
      SimulationRequest request,
      Supplier<Collection<WorkflowDefinition>> deployed,
      Consumer<String> out,
      Consumer<String> warnings) {
    this.request = request;
    this.deployed = deployed;
    this.out = out;
    this.warnings = warnings;
  }

  /** Tells all lines. */
  public void run() {
    Instant deployedAt = request.deployedAt() == null ? Deployment.LONG_AGO : request.deployedAt();
    if (!request.json()) {
      out.accept((request.diff() ? "  " : "") + InstanceText.head());
    }
    if (request.diff()) {
      Definitions inForce = Deployed.of(deployed.get());
      Definitions drafts = drafts().over(inForce);
      warn(drafts);
      tellChanges(
          instances(inForce.deployedAt(Deployment.LONG_AGO)),
          instances(
              request.deployedAt() == null
                  ? drafts.deployedAt(deployedAt)
                  : drafts.deployedOver(inForce, deployedAt)));
      return;
    }
    Definitions definitions = request.specs().isEmpty() ? Deployed.of(deployed.get()) : drafts();
    warn(definitions);
    simulation(
        definitions.deployedAt(deployedAt),
        instance ->
            out.accept(
                request.json() ? InstanceText.json(instance, null) : InstanceText.line(instance)));
  }

  private Definitions drafts() {
    return Drafts.read(request.specs(), request.workspace(), request.zone());
  }

  private void warn(Definitions definitions) {
    definitions.unknownOutputs().forEach(warnings);
  }

  private void simulation(List<ScheduledNode> nodes, Consumer<SimulatedInstance> each) {
    new Simulation(nodes).run(request.from(), request.to(), each);
  }

  private List<SimulatedInstance> instances(List<ScheduledNode> nodes) {
    List<SimulatedInstance> instances = new ArrayList<>();
    simulation(nodes, instances::add);
    return instances;
  }

  private record Change(SimulatedInstance instance, boolean added) {}

  /** What differs in anything is removed and added. */
  private void tellChanges(List<SimulatedInstance> before, List<SimulatedInstance> after) {
    Set<SimulatedInstance> old = new HashSet<>(before);
    Set<SimulatedInstance> fresh = new HashSet<>(after);
    List<Change> changes = new ArrayList<>();
    before.stream()
        .filter(each -> !fresh.contains(each))
        .forEach(each -> changes.add(new Change(each, false)));
    after.stream()
        .filter(each -> !old.contains(each))
        .forEach(each -> changes.add(new Change(each, true)));
    changes.sort(Comparator.comparing(Change::instance, ORDER).thenComparing(Change::added));
    for (Change change : changes) {
      out.accept(
          request.json()
              ? InstanceText.json(change.instance(), change.added() ? "ADDED" : "REMOVED")
              : (change.added() ? "+ " : "- ") + InstanceText.line(change.instance()));
    }
  }
}
