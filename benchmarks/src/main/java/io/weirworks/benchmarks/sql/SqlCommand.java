package io.weirworks.benchmarks.sql;

import io.weirworks.benchmarks.measure.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Static lineage by JMH; prints Markdown. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Measures static lineage over a corpus, one thread, beside other engines.")
public final class SqlCommand implements Callable<Integer> {

  @Option(names = "--cases", required = true, description = "corpus, one case a line (JSON)")
  private Path cases = Path.of("");

  @Option(names = "--seconds", description = "of a round (${DEFAULT-VALUE})")
  private int seconds = 10;

  @Option(names = "--rounds", description = "measured, after two of warm-up (${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--python", description = "a Python that has sqllineage, to measure it too")
  private @Nullable Path python;

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int statements = CorpusAnalysis.statements(cases);
    Collection<RunResult> results = run();
    console.printf(
        Locale.ROOT, "%n%d statements a round; load %.1f%n%n", statements, Machine.load());
    console.println("| engine | scripts/s | p50 ms | p99 ms | p99.9 ms |");
    console.println("|---|---|---|---|---|");
    for (RunResult result : results) {
      if (result.getParams().getMode() == Mode.SampleTime) {
        Statistics seconds = result.getPrimaryResult().getStatistics();
        console.printf(
            Locale.ROOT,
            "| %s | %,.0f | %.3f | %.3f | %.3f |%n",
            result.getPrimaryResult().getLabel(),
            1 / seconds.getMean(),
            seconds.getPercentile(50) * 1e3,
            seconds.getPercentile(99) * 1e3,
            seconds.getPercentile(99.9) * 1e3);
      }
    }
    if (python != null) {
      console.print(SqllineageBaseline.row(python, cases));
    }
    return CommandLine.ExitCode.OK;
  }

  private Collection<RunResult> run() throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(CorpusAnalysis.class.getName())
                .param("cases", cases.toAbsolutePath().toString())
                .mode(Mode.SampleTime)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(seconds))
                .build())
        .run();
  }
}
