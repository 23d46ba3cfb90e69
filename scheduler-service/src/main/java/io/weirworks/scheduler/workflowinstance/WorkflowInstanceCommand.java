package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a workflow instance and its node instances can be told. */
public sealed interface WorkflowInstanceCommand {

  /**
   * Make it, of the graph's version. Made once: a repetition does nothing.
   *
   * @param origin what asks
   * @param constants replace parameters of these names
   */
  record CreateWorkflowInstance(
      WorkflowInstanceId id, Origin origin, LocalDate bizdate, Map<String, String> constants)
      implements WorkflowInstanceCommand {}

  /** Cancel whatever of it has not ended. */
  record StopWorkflowInstance(WorkflowInstanceId id, @Nullable String reason)
      implements WorkflowInstanceCommand {}

  /** Something for one of its node instances: a run's fact, a due timer, a cancellation. */
  record ForNodeInstance(NodeInstanceId nodeInstance, NodeInstanceCommand.Outer command)
      implements WorkflowInstanceCommand {}

  /**
   * Run a node instance again, and of its downstream what is asked for.
   *
   * @param chosen nodes of the definition, for CHOSEN
   */
  record RerunNodeInstance(
      NodeInstanceId nodeInstance,
      Downstream downstream,
      Set<NodeId> chosen,
      @Nullable String comment)
      implements WorkflowInstanceCommand {
    public RerunNodeInstance {
      chosen = Set.copyOf(chosen);
    }
  }

  /** Go on with what an earlier decision left. */
  record Continue(List<Step> steps) implements WorkflowInstanceCommand {
    public Continue {
      steps = List.copyOf(steps);
    }
  }
}
