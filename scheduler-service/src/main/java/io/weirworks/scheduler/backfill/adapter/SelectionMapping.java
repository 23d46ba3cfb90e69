package io.weirworks.scheduler.backfill.adapter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.weirworks.contract.scheduler.NodeReference;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.BackfillUnit;
import io.weirworks.scheduler.backfill.NodeSelection;
import io.weirworks.scheduler.backfill.NodeSelection.Wanted;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.schemas.CommandError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which nodes a StartBackfill asks for, in the versions that are in force. */
final class SelectionMapping {

  /** A command that names what there is not. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Refused(Rejection rejection) {
      super(rejection.message(), null, false, false);
      this.rejection = rejection;
    }

    Rejection rejection() {
      return rejection;
    }
  }

  private final StartBackfill command;
  private final Definitions definitions;
  private final Work work;
  private final DeployedNetwork network;

  SelectionMapping(
      StartBackfill command, DeployedWorkflow workflow, Definitions definitions, Work work) {
    this.command = command;
    this.definitions = definitions;
    this.work = work;
    this.network = new DeployedNetwork(definitions, work);
    network.add(workflow);
  }

  /** The workflows that were looked at. */
  List<DeployedWorkflow> workflows() {
    return network.known();
  }

  List<BackfillUnit> units() throws Refused {
    Wanted wanted =
        switch (command.getMode()) {
          case GENERAL ->
              new Wanted.General(root(), keys(command.getIncludeNodes(), "includeNodes"));
          case MANUAL_SELECTION -> new Wanted.ManualSelection(included());
          case CHAIN -> new Wanted.Chain(included());
          case ALL_DOWNSTREAM -> new Wanted.AllDownstream(root());
          case WHOLE_WORKFLOW, UNKNOWN ->
              throw new Refused(
                  CommandCheck.rejection(
                      CommandError.UNKNOWN_VALUE,
                      "The mode is WHOLE_WORKFLOW, GENERAL, MANUAL_SELECTION, CHAIN or"
                          + " ALL_DOWNSTREAM.",
                      "mode",
                      command.getMode().name()));
        };
    Set<NodeKey> excluded = keys(command.getExcludeNodes(), "excludeNodes");
    return switch (NodeSelection.of(wanted, excluded, network, _ -> true)) {
      case NodeSelection.Result.Refused(var rejection) ->
          throw new Refused(CommandCheck.of(rejection));
      case NodeSelection.Result.Selected(Set<NodeKey> run, Set<NodeKey> dryRun) ->
          units(run, dryRun);
    };
  }

  private NodeKey root() throws Refused {
    NodeReference root = command.getRootNode();
    if (root == null) {
      throw missing("rootNode", "Name the root node.");
    }
    return key(root, "rootNode");
  }

  private Set<NodeKey> included() throws Refused {
    if (command.getIncludeNodes().isEmpty()) {
      throw missing("includeNodes", "Name at least one node.");
    }
    return keys(command.getIncludeNodes(), "includeNodes");
  }

  private static Refused missing(String field, String message) {
    return new Refused(CommandCheck.rejection(CommandError.MISSING_VALUE, message, field, ""));
  }

  private Set<NodeKey> keys(List<NodeReference> references, String field) throws Refused {
    Set<NodeKey> keys = new LinkedHashSet<>();
    for (NodeReference reference : references) {
      keys.add(key(reference, field));
    }
    return keys;
  }

  private NodeKey key(NodeReference reference, String field) throws Refused {
    String workspace = or(reference.getWorkspace(), command.getWorkspace());
    String name = or(reference.getWorkflow(), command.getWorkflow());
    DeployedWorkflow workflow =
        switch (definitions.inForce(work, workspace, name)) {
          case Definitions.Lookup.Missing(Rejection rejection) -> throw new Refused(rejection);
          case Definitions.Lookup.Found(DeployedWorkflow found) -> found;
        };
    network.add(workflow);
    return workflow.nodes().stream()
        .filter(node -> node.getName().equals(reference.getNode()))
        .findFirst()
        .map(node -> new NodeKey(workflow.id().value(), node.getId()))
        .orElseThrow(
            () ->
                new Refused(
                    CommandCheck.rejection(
                        CommandError.NOT_FOUND,
                        "Workflow %s has no node of this name.".formatted(name),
                        field,
                        reference.getNode())));
  }

  private static String or(@Nullable String said, String otherwise) {
    return said == null ? otherwise : said;
  }

  /** Nodes of one workflow that have instances together are one unit. */
  private List<BackfillUnit> units(Set<NodeKey> run, Set<NodeKey> dryRun) {
    record Place(WorkflowId workflow, Part part) {}
    Map<Place, Set<NodeKey>> places =
        Stream.concat(run.stream(), dryRun.stream())
            .sorted()
            .collect(
                groupingBy(
                    key -> new Place(new WorkflowId(key.workflow()), partOf(key)),
                    LinkedHashMap::new,
                    mapping(key -> key, toCollection(LinkedHashSet::new))));
    return places.entrySet().stream()
        .map(
            entry ->
                new BackfillUnit(
                    entry.getKey().workflow(),
                    network.workflow(entry.getKey().workflow()).version(),
                    new Part.Selected(
                        entry.getKey().part(),
                        ids(entry.getValue(), run),
                        ids(entry.getValue(), dryRun))))
        .toList();
  }

  private Part partOf(NodeKey key) {
    var definition = network.workflow(new WorkflowId(key.workflow())).graph().definition();
    NodeDefinition node =
        definition.nodes().stream()
            .filter(each -> each.id().value().equals(key.node()))
            .findFirst()
            .orElseThrow();
    return definition.partOf(node);
  }

  private static Set<NodeId> ids(Set<NodeKey> of, Set<NodeKey> among) {
    return of.stream()
        .filter(among::contains)
        .map(key -> new NodeId(key.node()))
        .collect(toCollection(LinkedHashSet::new));
  }
}
