package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.DEPENDENCY_CYCLE;
import static io.weirworks.registry.decision.RejectionCode.FEATURE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.INVALID_NAME;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.UNSUPPORTED_KIND;
import static io.weirworks.registry.decision.RejectionCode.WORKFLOW_TOO_LARGE;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.FailureStrategy;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.schedule.Timetable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From a FlowSpec document to a definition that can be run. Every problem of the document is told
 * at once; paths are those of the document with its references resolved.
 */
final class WorkflowCheck {
  private final FlowSpec document;
  private final DeployContext context;
  private final Problems problems = new Problems();

  private WorkflowCheck(FlowSpec document, DeployContext context) {
    this.document = document;
    this.context = context;
  }

  static Checked<WorkflowDefinition> check(FlowSpec document, DeployContext context) {
    WorkflowCheck check = new WorkflowCheck(document, context);
    FlowSource source = check.source();
    WorkflowDefinition definition = source == null ? null : check.definition(source);
    return definition != null && check.problems.isEmpty()
        ? new Checked.Valid<>(definition)
        : new Checked.Invalid<>(check.problems.all());
  }

  private @Nullable FlowSource source() {
    String written = document.kind() == null ? "" : document.kind();
    WorkflowKind kind = WorkflowKind.written(written).orElse(null);
    if (kind == null) {
      String kinds =
          Arrays.stream(WorkflowKind.values())
              .map(WorkflowKind::text)
              .collect(Collectors.joining(", "));
      problems.add(UNSUPPORTED_KIND, "$.kind", written, "one of " + kinds);
      return null;
    }
    return FlowSource.of(document, kind, problems);
  }

  private @Nullable WorkflowDefinition definition(FlowSource source) {
    String name = checkedName(source);
    String nodesPath = source.path() + ".nodes";
    if (source.nodes().isEmpty()) {
      problems.add(MISSING_VALUE, nodesPath, "", "at least one node");
    }
    if (isTooLarge(source, parts(source), nodesPath)) {
      return null;
    }
    checkStrategy(source);
    List<PartCheck> parts = new ArrayList<>();
    List<NodeDefinition> ordered = nodes(source, parts);
    SourceTimetables timetables = SourceTimetables.read(source, document, context, problems);
    Timetable ofFlow = timetables.ofFlow();
    return new WorkflowDefinition(
        name,
        source.kind(),
        source.description(),
        source.owner(),
        timetables.zone(),
        ofFlow == null ? null : ofFlow.schedule(),
        new ParameterCheck(context.expressions(), problems).named(source.variables()),
        ordered.stream()
            .map(node -> node.runningBy(timetables.own(node.id()), timetables.zone()))
            .toList(),
        parts.stream().flatMap(part -> part.crossing().stream()).toList(),
        parts.stream()
            .flatMap(part -> part.writtenOutputs().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private String checkedName(FlowSource source) {
    String path = source.path() + ".name";
    String name = source.name() == null ? "" : source.name();
    if (name.isEmpty()) {
      problems.add(MISSING_VALUE, path, "", "the workflow's name: " + Names.RULE);
    } else if (!Names.isName(name)) {
      problems.add(INVALID_NAME, path, name, Names.RULE);
    }
    return name;
  }

  /** The workflow and the insides of its loops. */
  private static List<FlowPart> parts(FlowSource source) {
    FlowPart outer = FlowPart.of(source);
    List<FlowPart> parts = new ArrayList<>(List.of(outer));
    parts.addAll(outer.inside());
    return parts;
  }

  /**
   * Those inside loops included, each after its upstreams.
   *
   * @param checked takes the parts
   */
  private List<NodeDefinition> nodes(FlowSource source, List<PartCheck> checked) {
    NodesCheck single = new NodesCheck(problems, context.expressions());
    List<NodeDefinition> nodes = new ArrayList<>();
    Map<String, Set<String>> upstreams = new LinkedHashMap<>();
    for (FlowPart part : parts(source)) {
      PartCheck check = new PartCheck(part, source.kind(), context, problems);
      checked.add(check);
      nodes.addAll(check.nodes(single, source.strategy()));
      check.upstreams().forEach(upstreams::putIfAbsent);
    }
    return ordered(nodes, upstreams, source);
  }

  private boolean isTooLarge(FlowSource source, List<FlowPart> parts, String nodesPath) {
    int nodes = parts.stream().mapToInt(part -> part.nodes().size()).sum();
    int edges =
        parts.stream()
            .flatMap(part -> part.dependencies().stream())
            .mapToInt(edge -> edge.depends().size())
            .sum();
    if (nodes > WorkflowLimits.MAX_NODES) {
      problems.add(
          WORKFLOW_TOO_LARGE,
          nodesPath,
          nodes + " nodes",
          "at most " + WorkflowLimits.MAX_NODES + " nodes");
    }
    if (edges > WorkflowLimits.MAX_DEPENDENCIES) {
      problems.add(
          WORKFLOW_TOO_LARGE,
          source.dependenciesPath(),
          edges + " dependencies",
          "at most " + WorkflowLimits.MAX_DEPENDENCIES + " dependencies");
    }
    return nodes > WorkflowLimits.MAX_NODES || edges > WorkflowLimits.MAX_DEPENDENCIES;
  }

  private void checkStrategy(FlowSource source) {
    if (source.strategy() == null) {
      return;
    }
    String path = source.path() + ".strategy";
    new PolicyCheck(problems).check(source.strategy(), path);
    if (source.strategy().failureStrategy() == FailureStrategy.BREAK) {
      problems.add(FEATURE_NOT_SUPPORTED_YET, path + ".failureStrategy", "Break", "Continue");
    }
  }

  private List<NodeDefinition> ordered(
      List<NodeDefinition> nodes, Map<String, Set<String>> upstreams, FlowSource source) {
    return switch (UpstreamOrder.of(upstreams)) {
      case UpstreamOrder.Circle(List<String> circle) -> {
        String shown = String.join(" -> ", circle) + " -> " + circle.getFirst();
        problems.add(
            DEPENDENCY_CYCLE,
            source.dependenciesPath(),
            shown,
            "no circle (here each node waits for the next)");
        yield nodes;
      }
      case UpstreamOrder.Ordered(var places) ->
          nodes.stream()
              .sorted(Comparator.comparingInt(node -> places.getOrDefault(node.id(), 0)))
              .map(node -> node.waitingFor(upstreams.getOrDefault(node.id(), Set.of())))
              .toList();
    };
  }
}
