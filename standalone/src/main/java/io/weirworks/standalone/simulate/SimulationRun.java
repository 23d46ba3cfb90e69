package io.weirworks.standalone.simulate;

import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.simulation.ScheduledNode;
import io.weirworks.scheduler.simulation.SimulatedInstance;
import io.weirworks.scheduler.simulation.Simulation;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Simulates what was asked for, line by line. */
public final class SimulationRun {
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
    if (request.diff()) {
      tellChanges();
    } else {
      Definitions definitions = request.specs().isEmpty() ? Deployed.of(deployed.get()) : drafts();
      begin(definitions, "");
      instances(definitions.deployedAt(deployedAt())).forEachRemaining(this::tell);
    }
  }

  /** What the drafts would change, deployed over what there is. */
  private void tellChanges() {
    Definitions inForce = Deployed.of(deployed.get());
    Definitions drafts = drafts().over(inForce);
    begin(drafts, "  ");
    SimulationChanges.between(
        instances(inForce.deployedAt(Deployment.LONG_AGO)),
        instances(
            request.deployedAt() == null
                ? drafts.deployedAt(deployedAt())
                : drafts.deployedOver(inForce, deployedAt())),
        this::tellChange);
  }

  private Instant deployedAt() {
    return request.deployedAt() == null ? Deployment.LONG_AGO : request.deployedAt();
  }

  private void begin(Definitions definitions, String margin) {
    definitions.unknownOutputs().forEach(warnings);
    if (!request.json()) {
      out.accept(margin + InstanceText.head());
    }
  }

  private Definitions drafts() {
    return Drafts.read(request.specs(), request.workspace(), request.zone());
  }

  private Iterator<SimulatedInstance> instances(List<ScheduledNode> nodes) {
    return new Simulation(nodes).instances(request.from(), request.to());
  }

  private void tell(SimulatedInstance instance) {
    out.accept(request.json() ? InstanceText.json(instance, null) : InstanceText.line(instance));
  }

  private void tellChange(SimulationChanges.Change change) {
    out.accept(
        request.json()
            ? InstanceText.json(change.instance(), change.added() ? "ADDED" : "REMOVED")
            : (change.added() ? "+ " : "- ") + InstanceText.line(change.instance()));
  }
}
