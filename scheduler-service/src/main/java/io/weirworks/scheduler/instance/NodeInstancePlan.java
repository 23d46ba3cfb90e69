package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.workflow.NodeDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node instance is to do: everything here is fixed when it is generated, so that its
 * parameters have the same values in each attempt although they are computed where they are needed
 * (dataworks-semantics 2.1).
 *
 * @param definition the node in the pinned version
 * @param workflowParameters of the pinned version; the node's own of the same name go before
 * @param constants replace parameters of these names
 * @param context its {@code now} is the time of generation
 * @param notBefore it starts no earlier; null: no bound
 * @param awaitsSignal a trigger node waits for its signal: it was made by its schedule
 */
public record NodeInstancePlan(
    NodeDefinition definition,
    List<ParameterAssignment> workflowParameters,
    Map<String, String> constants,
    EvaluationContext context,
    @Nullable Instant notBefore,
    boolean awaitsSignal,
    Surroundings surroundings) {

  /** Of a node outside of all control flow. */
  public NodeInstancePlan(
      NodeDefinition definition,
      List<ParameterAssignment> workflowParameters,
      Map<String, String> constants,
      EvaluationContext context,
      @Nullable Instant notBefore) {
    this(definition, workflowParameters, constants, context, notBefore, false, Surroundings.NONE);
  }

  Result<ParameterValues> values() {
    return definition
        .parameters()
        .within(workflowParameters)
        .replacing(constants)
        .evaluate(context);
  }
}
