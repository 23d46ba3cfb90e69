package io.weirworks.standalone.command;

import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.corpus.CorpusEvaluation;
import io.weirworks.lineage.sql.corpus.CorpusEvaluation.Outcome;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Predicts the lineage of a file of cases, to be scored. */
@Command(
    name = "evaluate",
    description = {
      "Predict the lineage of each case of a file, one JSON object a line: id, parsed, inputs,"
          + " outputs, columns.",
      "A case has id, dialect, sql and optionally catalog; what it expects is not looked at."
    })
final class LineageEvaluateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "CASES.jsonl", description = "One case a line.")
  private @Nullable Path cases;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PREDICTIONS.jsonl",
      description = "Where the predictions go; written anew.")
  private @Nullable Path predictions;

  LineageEvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path from = given(cases);
    Path to = given(predictions);
    try {
      Outcome outcome = new CorpusEvaluation(SqlLineage.create()).run(from, to);
      surroundings.print(
          "%d cases, %d statements, %d of them without lineage; predictions in %s"
              .formatted(outcome.cases(), outcome.statements(), outcome.failed(), to));
      return 0;
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot evaluate " + from + " into " + to + ": " + e, e);
    }
  }

  private static Path given(@Nullable Path path) {
    if (path == null) {
      throw new IllegalStateException("picocli requires both files");
    }
    return path;
  }
}
