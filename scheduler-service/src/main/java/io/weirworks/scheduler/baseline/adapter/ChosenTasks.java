package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.BaselineTaskName;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.baseline.BaselineTask;
import io.weirworks.scheduler.baseline.BaselineType;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.recurrence.Period;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.schemas.CommandError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up the tasks that a baseline is to commit to, by the names that people call them. */
record ChosenTasks(Definitions definitions, String workspace, BaselineType type, Work work) {

  /** What was found, or why one cannot be had. */
  sealed interface Lookup {
    record Found(List<OwnedTasks.Chosen> tasks) implements Lookup {}

    record Refused(Rejection rejection) implements Lookup {}
  }

  Lookup of(List<BaselineTaskName> names) {
    Set<OwnedTasks.Chosen> chosen = new LinkedHashSet<>();
    for (BaselineTaskName name : names) {
      switch (of(name)) {
        case Lookup.Found(var tasks) -> chosen.addAll(tasks);
        case Lookup.Refused refused -> {
          return refused;
        }
      }
    }
    return new Lookup.Found(List.copyOf(chosen));
  }

  private Lookup of(BaselineTaskName name) {
    return switch (definitions.inForce(work, workspace, name.getWorkflow())) {
      case Definitions.Lookup.Missing(Rejection rejection) -> new Lookup.Refused(rejection);
      case Definitions.Lookup.Found(DeployedWorkflow workflow) ->
          name.getNode() == null ? whole(workflow) : one(workflow, name.getNode());
    };
  }

  private Lookup whole(DeployedWorkflow workflow) {
    List<NodeDefinition> nodes =
        workflow.graph().definition().nodes().stream()
            .filter(node -> node.steering().loop() == null)
            .filter(node -> isDue(workflow, node))
            .toList();
    String name = workflow.names().workflow();
    return nodes.isEmpty()
        ? refused(notDue(), "tasks.workflow", name)
        : found(new BaselineTask(workflow.id(), name, null, null), nodes);
  }

  private Lookup one(DeployedWorkflow workflow, String name) {
    Optional<NodeDefinition> node =
        workflow.nodes().stream()
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .map(each -> new NodeId(each.getId()))
            .map(id -> workflow.graph().node(workflow.graph().index(id)));
    if (node.isEmpty()) {
      return new Lookup.Refused(
          CommandCheck.rejection(
              CommandError.NOT_FOUND,
              "The workflow %s has no node of this name.".formatted(workflow.names().workflow()),
              "tasks.node",
              name));
    }
    if (node.get().steering().loop() != null) {
      return refused("The node is inside a loop; commit to the loop.", "tasks.node", name);
    }
    return isDue(workflow, node.get())
        ? found(
            new BaselineTask(workflow.id(), workflow.names().workflow(), node.get().id(), name),
            List.of(node.get()))
        : refused(notDue(), "tasks.node", name);
  }

  private boolean isDue(DeployedWorkflow workflow, NodeDefinition node) {
    WorkflowDefinition definition = workflow.graph().definition();
    Timetable timetable = definition.timetable(definition.partOf(node));
    return timetable != null
        && switch (type) {
          case DAY -> true;
          case HOUR -> timetable.schedule().period() == Period.HOUR;
        };
  }

  private String notDue() {
    return switch (type) {
      case DAY -> "It has no instances by the clock; a baseline commits to tasks with a schedule.";
      case HOUR -> "It is not due hourly; an hour baseline commits to hour tasks.";
    };
  }

  private static Lookup found(BaselineTask task, List<NodeDefinition> nodes) {
    List<NodeId> ids = new ArrayList<>();
    nodes.forEach(node -> ids.add(node.id()));
    return new Lookup.Found(List.of(new OwnedTasks.Chosen(task, ids)));
  }

  private static Lookup refused(String message, String field, String value) {
    return new Lookup.Refused(
        CommandCheck.rejection(CommandError.INVALID_PARAMETER, message, field, value));
  }
}
