package io.weirworks.lineage.sql.corpus;

import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.corpus.CorpusEvaluation.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures by hand: {@code CorpusMain CASES.jsonl PREDICTIONS.jsonl [ROUNDS]}. Prints the time of
 * the first statement and the statements per second of each round, one thread, reading and writing
 * JSON included.
 */
public final class CorpusMain {
  private CorpusMain() {}

  public static void main(String[] arguments) throws IOException {
    Path cases = Path.of(arguments[0]);
    Path predictions = Path.of(arguments[1]);
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    long start = System.nanoTime();
    SqlLineage lineage = SqlLineage.create();
    lineage.warmUp();
    System.out.printf("warm-up %d ms%n", Duration.ofNanos(System.nanoTime() - start).toMillis());
    CorpusEvaluation evaluation = new CorpusEvaluation(lineage);
    for (int round = 1; round <= rounds; round++) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Outcome outcome = evaluation.run(cases, predictions);
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
      System.out.printf(
          "round %d: %s, %.0f statements/s%n", round, outcome, outcome.statements() / seconds);
    }
  }
}
