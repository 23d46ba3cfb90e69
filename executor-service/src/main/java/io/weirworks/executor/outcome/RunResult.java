package io.weirworks.executor.outcome;

import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.nodetype.NodeType;
import io.weirworks.executor.output.OutputValue;
import io.weirworks.executor.output.ShellOutput;
import io.weirworks.executor.output.SqlOutput;
import io.weirworks.executor.runlog.SecretMask;
import io.weirworks.executor.statement.Statements;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that a run's terminal event tells about its end, cut to what an event holds and masked. */
public record RunResult(
    Outcome outcome, OutputValue output, Statements statements, Progress progress) {
  /**
   * Collects it from the run's files once the observation is final; empty before.
   *
   * @param paths null: it left no files here
   */
  public static Optional<RunResult> of(
      NodeType type,
      Observation observation,
      boolean cancelAsked,
      @Nullable RunPaths paths,
      SecretMask mask)
      throws IOException {
    if (!observation.isFinal()) {
      return Optional.empty();
    }
    var statements = paths == null ? Statements.NONE : Statements.read(paths.statements(), mask);
    var progress = observation instanceof Observation.Ended(_, var last) ? last : Progress.NONE;
    var outcome = OutcomeRule.outcome(type, observation, cancelAsked, statements).orElseThrow();
    var output =
        outcome instanceof Outcome.Succeeded && paths != null
            ? output(type, paths, mask)
            : new OutputValue.None();
    return Optional.of(new RunResult(outcome, output, statements, progress));
  }

  private static OutputValue output(NodeType type, RunPaths paths, SecretMask mask)
      throws IOException {
    return switch (type) {
      case DIDE_SHELL, EMR_SHELL, PYTHON -> ShellOutput.read(paths.stdout(), mask);
      case EMR_SPARK_SQL -> SqlOutput.read(paths.output(), mask);
      case EMR_SPARK, CHECK_NODE -> new OutputValue.None();
    };
  }
}
