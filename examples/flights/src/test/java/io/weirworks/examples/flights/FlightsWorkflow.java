package io.weirworks.examples.flights;

import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.workflow.DeployContext;
import io.weirworks.registry.workflow.NamedParameter;
import io.weirworks.registry.workflow.NodeDefinition;
import io.weirworks.registry.workflow.NodeParameters;
import io.weirworks.registry.workflow.ParameterValue;
import io.weirworks.registry.workflow.WorkflowDefinition;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterExpression;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.parameter.Substitution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The document as the registry reads it and the code of its nodes as the scheduler makes it. */
record FlightsWorkflow(WorkflowDefinition definition) {

  private static final Path DOCUMENT = Path.of("flights.yaml");

  static String text() throws IOException {
    return Files.readString(DOCUMENT);
  }

  /** What the registry makes of it: the draft, or every problem. */
  static Checked<WorkflowDraft> read() throws IOException {
    DeployContext context =
        new DeployContext(
            UUID.fromString("0197a000-0000-7000-8000-000000000001"),
            "demo",
            ZoneId.of("UTC"),
            FlightsWorkflow::fault);
    return WorkflowDraft.read(text(), context);
  }

  private static Optional<String> fault(String expression) {
    return switch (ParameterExpression.parse(expression)) {
      case Result.Value<ParameterExpression> _ -> Optional.empty();
      case Result.Refused<ParameterExpression>(var error) -> Optional.of(error.hint());
    };
  }

  static FlightsWorkflow deployed() throws IOException {
    return switch (read()) {
      case Checked.Valid<WorkflowDraft>(var draft) -> new FlightsWorkflow(draft.definition());
      case Checked.Invalid<WorkflowDraft>(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  NodeDefinition node(String id) {
    return definition.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The code of a node in a backfill.
   *
   * @param constants parameters that the backfill replaces
   */
  String code(String nodeId, LocalDate bizdate, Map<String, String> constants) {
    NodeDefinition node = node(nodeId);
    if (!(node.script().parameters() instanceof NodeParameters.Named named)) {
      throw new IllegalStateException(nodeId + " takes its parameters by position");
    }
    Instant scheduled = bizdate.plusDays(1).atTime(LocalTime.of(2, 30)).toInstant(ZoneOffset.UTC);
    EvaluationContext context =
        EvaluationContext.ofBackfill(scheduled, definition.zone(), Instant.EPOCH, null);
    return value(
        ParameterDefinitions.named(assignments(named.parameters()))
            .then(
                own ->
                    own.within(assignments(definition.parameters()))
                        .replacing(constants)
                        .evaluate(context))
            .then(
                values -> new Result.Value<>(Substitution.apply(node.script().content(), values))));
  }

  private static List<ParameterAssignment> assignments(List<NamedParameter> parameters) {
    return parameters.stream().map(FlightsWorkflow::assignment).toList();
  }

  private static ParameterAssignment assignment(NamedParameter parameter) {
    return switch (parameter.value()) {
      case ParameterValue.Constant(String text) ->
          new ParameterAssignment(parameter.name(), ParameterExpression.constant(text));
      case ParameterValue.Expression(String text) ->
          value(ParameterAssignment.of(parameter.name(), text));
    };
  }

  private static <T> T value(Result<T> result) {
    return switch (result) {
      case Result.Value<T>(T value) -> value;
      case Result.Refused<T>(var error) -> throw new IllegalStateException(error.toString());
    };
  }
}
