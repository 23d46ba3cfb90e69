package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workflow: its nodes, which of them wait for which, and how they steer one another.
 */
final class PartCheck {
  private final FlowPart part;
  private final Problems problems;
  private final NodeOutputs outputs;
  private final DependencyCheck dependencies;

  PartCheck(FlowPart part, WorkflowKind kind, DeployContext context, Problems problems) {
    this.part = part;
    this.problems = problems;
    String nodesPath = part.path() + ".nodes";
    this.outputs = new NodeOutputs(part.nodes(), nodesPath, context.workspaceName(), problems);
    this.dependencies = new DependencyCheck(part.nodes(), outputs, Reach.of(part, kind), problems);
    WholeFlow whole = part.whole();
    String wholeId = whole == null ? null : whole.id();
    dependencies.addEdges(part.dependencies(), part.dependenciesPath(), wholeId);
    if (whole != null) {
      dependencies.addEdges(whole.edges(), whole.edgesPath(), wholeId);
    }
    dependencies.addInputs(part.nodes(), nodesPath);
    if (whole != null) {
      whole.addTo(dependencies, outputs, part.dependencies(), part.dependenciesPath());
    }
  }

  /** Upstream ids by node id; complete when {@link #nodes} has been asked for. */
  Map<String, Set<String>> upstreams() {
    return dependencies.upstreams();
  }

  /** Dependencies on nodes elsewhere and on other cycles. */
  Set<CrossDependency> crossing() {
    return dependencies.crossing();
  }

  /** The outputs that the document names and that nodes elsewhere can wait for. */
  Set<String> writtenOutputs() {
    return part.loop() == null ? outputs.written() : Set.of();
  }

  List<NodeDefinition> nodes(NodesCheck single, @Nullable SpecStrategy ofWorkflow) {
    Map<String, NodeDefinition> byId = new LinkedHashMap<>();
    single.nodes(part, ofWorkflow, outputs).forEach(node -> byId.putIfAbsent(node.id(), node));
    BindingCheck bindings = new BindingCheck(outputs, upstreams(), byId, problems);
    ControlCheck controls = new ControlCheck(part, outputs, upstreams(), byId, problems);
    List<NodeDefinition> steered = new ArrayList<>();
    for (int i = 0; i < part.nodes().size(); i++) {
      SpecNode node = part.nodes().get(i);
      String id = NodeOutputs.id(node);
      NodeDefinition definition = id == null ? null : byId.get(id);
      if (definition != null) {
        List<Steering.Input> inputs = bindings.inputs(node, definition, part.nodePath(i));
        NodeControl control = controls.control(node, definition, part.nodePath(i));
        byId.put(definition.id(), definition.steeredBy(steering(node, control, inputs)));
      }
    }
    byId.values().forEach(node -> steered.add(withArms(node, byId)));
    new LoopCheck(part, problems).check(steered, upstreams());
    return steered;
  }

  private Steering steering(SpecNode node, NodeControl control, List<Steering.Input> inputs) {
    return new Steering(
        control,
        inputs,
        List.of(),
        Boolean.TRUE.equals(node.strategy().ignoreBranchConditionSkip()),
        part.loopId());
  }

  /** The arms of upstream branches whose outputs its edges name. */
  private NodeDefinition withArms(NodeDefinition node, Map<String, NodeDefinition> byId) {
    List<Steering.Arm> arms = new ArrayList<>();
    for (String output : dependencies.outputsOf(node.id())) {
      String owner = outputs.owner(output);
      NodeDefinition branch = owner == null ? null : byId.get(owner);
      if (branch != null
          && branch.steering().control() instanceof NodeControl.Branch(var all, boolean _)
          && all.stream().anyMatch(arm -> arm.output().equals(output))) {
        arms.add(new Steering.Arm(branch.id(), output));
      }
    }
    Steering steering = node.steering();
    return node.steeredBy(
        new Steering(
            steering.control(),
            steering.inputs(),
            arms,
            steering.ignoresBranchSkip(),
            steering.loopNodeId()));
  }
}
