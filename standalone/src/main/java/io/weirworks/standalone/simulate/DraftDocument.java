package io.weirworks.standalone.simulate;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNodeOutput;
import io.weirworks.registry.schedule.CalendarSection;
import io.weirworks.registry.schedule.TimetableCheck;
import io.weirworks.registry.workflow.WorkflowKind;
import io.weirworks.scheduler.dependency.NodeKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One FlowSpec document as far as it says when its nodes run and after what. What a node runs need
 * not be runnable here.
 */
final class DraftDocument {
  private final FlowSpec document;
  private final List<DraftFlow> flows;
  private final DraftNames names;
  private final DraftDependencies dependencies;
  private final DraftTimetables timetables;
  private final DraftParameters parameters;
  private final Problems problems;
  private final List<DefinedNode> nodes = new ArrayList<>();
  private final Map<String, List<NodeKey>> outputs = new LinkedHashMap<>();
  private final Map<String, List<NodeKey>> ownOutputs = new LinkedHashMap<>();

  /**
   * @param fallbackName of a workflow that the document does not name
   * @param workspace prefix of the outputs that every node has
   */
  DraftDocument(
      FlowSpec document, String fallbackName, String workspace, ZoneId zone, Problems problems) {
    this.document = document;
    this.problems = problems;
    this.flows = DraftFlow.of(document, fallbackName);
    this.names = new DraftNames(flows, workspace);
    this.dependencies = new DraftDependencies(names, problems);
    this.timetables =
        new DraftTimetables(
            new TimetableCheck(zone, new CalendarSection(document, problems), problems), problems);
    this.parameters = new DraftParameters(problems);
    Optional<Boolean> scheduled = isScheduled();
    if (scheduled.isPresent()) {
      readDependencies();
      readOutputs(workspace);
      readNodes(scheduled.get());
    }
  }

  /** The nodes that run by a timetable. */
  List<DefinedNode> nodes() {
    return nodes;
  }

  /** Those that are written, by name. */
  Map<String, List<NodeKey>> outputs() {
    return outputs;
  }

  /** Those that every node has by itself, which give way to any that is written. */
  Map<String, List<NodeKey>> ownOutputs() {
    return ownOutputs;
  }

  private Optional<Boolean> isScheduled() {
    String written = document.kind();
    if (written == null) {
      return Optional.of(true);
    }
    Optional<WorkflowKind> kind =
        Arrays.stream(WorkflowKind.values())
            .filter(value -> value.text().equals(written))
            .findFirst();
    if (kind.isEmpty()) {
      String kinds =
          Arrays.stream(WorkflowKind.values())
              .map(WorkflowKind::text)
              .collect(Collectors.joining(", "));
      problems.add(RejectionCode.UNSUPPORTED_KIND, "$.kind", written, "one of " + kinds);
    }
    return kind.map(WorkflowKind::isScheduled);
  }

  private void readDependencies() {
    List<SpecFlowDepend> ofDocument = document.body().dependencies();
    String documentPath = document.bodyPath() + "." + FlowSpec.edgesKey(document.family());
    flows.forEach(flow -> dependencies.addEdges(flow.edges(), flow.edgesPath()));
    dependencies.addEdges(ofDocument, documentPath);
    forEachNode(
        (flow, placed) -> {
          NodeKey key = new NodeKey(flow.name(), placed.name());
          dependencies.addConsumed(key, placed.node().inputs().nodeOutputs());
          dependencies.addVariables(key, placed.node().inputs().variables());
        });
    flows.forEach(flow -> dependencies.addWorkflowEdges(flow.edges(), flow.edgesPath()));
    dependencies.addWorkflowEdges(ofDocument, documentPath);
    for (DraftFlow flow : flows) {
      if (flow.id() != null && !flow.inputs().nodeOutputs().isEmpty()) {
        names
            .firstNodes(flow.id(), dependencies)
            .forEach(first -> dependencies.addConsumed(first, flow.inputs().nodeOutputs()));
      }
    }
  }

  private void readOutputs(String workspace) {
    forEachNode(
        (flow, placed) ->
            exported(
                placed.node().outputs().nodeOutputs(),
                placed.path(),
                List.of(new NodeKey(flow.name(), placed.name()))));
    for (DraftFlow flow : flows) {
      if (flow.id() != null) {
        exported(
            flow.outputs().nodeOutputs(), flow.path(), names.lastNodes(flow.id(), dependencies));
      }
    }
    forEachNode(
        (flow, placed) -> {
          List<NodeKey> owner = List.of(new NodeKey(flow.name(), placed.name()));
          ownOutputs.putIfAbsent(workspace + "." + placed.id() + "_out", owner);
          ownOutputs.putIfAbsent(workspace + "." + placed.name(), owner);
        });
  }

  private void exported(List<SpecNodeOutput> declared, String path, List<NodeKey> owners) {
    for (int i = 0; i < declared.size(); i++) {
      String name = declared.get(i).data();
      List<NodeKey> former = name == null ? null : outputs.putIfAbsent(name, owners);
      if (former != null && !former.equals(owners)) {
        problems.add(
            RejectionCode.DUPLICATE_OUTPUT,
            path + ".outputs.nodeOutputs[" + i + "].data",
            name + "",
            "an output of its own; " + former + " exports this one");
      }
    }
  }

  private void readNodes(boolean scheduled) {
    Set<NodeKey> known = new HashSet<>();
    forEachNode(
        (flow, placed) -> {
          NodeKey key = new NodeKey(flow.name(), placed.name());
          if (!known.add(key)) {
            problems.add(
                RejectionCode.DUPLICATE_NAME,
                placed.path() + ".name",
                placed.name(),
                "a name of its own");
          } else if (scheduled) {
            timetables
                .timetable(flow, placed)
                .map(
                    timetable ->
                        new DefinedNode(
                            key,
                            timetable,
                            dependencies.of(key),
                            parameters.parameters(flow, placed),
                            DraftResource.of(placed.node())))
                .ifPresent(nodes::add);
          }
        });
  }

  private interface NodeReading {
    void read(DraftFlow flow, DraftFlow.Placed placed);
  }

  private void forEachNode(NodeReading reading) {
    for (DraftFlow flow : flows) {
      flow.nodes().stream()
          .filter(placed -> !DraftNames.isReference(placed))
          .forEach(placed -> reading.read(flow, placed));
    }
  }
}
