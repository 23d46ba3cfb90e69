package io.weirworks.scheduler.service;

import static java.util.stream.Collectors.toMap;

import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** What a subscriber can tell of what commands led to. */
record Stories(Town town) {

  Town.Answer run(String workflow) throws Exception {
    return town.ask(new RunWorkflow(Workflows.WORKSPACE, workflow, "2025-10-31", Map.of(), null));
  }

  /** What the command led to, of this type. */
  <R extends SpecificRecord> List<R> told(Town.Answer answer, Class<R> type) {
    return Tape.values(town.tape().story(answer.commandId()), type);
  }

  /** Waits for the end of the workflow instance that the command made. */
  WorkflowInstanceCompleted completed(Town.Answer answer) {
    return Town.soon()
        .until(() -> told(answer, WorkflowInstanceCompleted.class), all -> !all.isEmpty())
        .getFirst();
  }

  /** The latest state of each node instance of a workflow instance, by node. */
  Map<String, NodeInstanceState> nodeStates(String workflowInstance) {
    return town.tape().values(NodeInstanceState.class).stream()
        .filter(state -> state.getWorkflowInstanceId().equals(workflowInstance))
        .collect(toMap(NodeInstanceState::getNode, state -> state, (_, later) -> later));
  }

  /** Waits until so many of them have this status. */
  Map<String, NodeInstanceState> nodeStates(
      String workflowInstance, InstanceStatus status, int nodes) {
    return Town.soon()
        .until(
            () -> nodeStates(workflowInstance),
            states ->
                nodes
                    == states.values().stream()
                        .filter(state -> state.getStatus() == status)
                        .count());
  }

  static NodeInstanceState of(Map<String, NodeInstanceState> states, String node) {
    return Objects.requireNonNull(states.get(node), node);
  }
}
