package io.weirworks.benchmarks.openlineage;

import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.lineage.LineageHouse;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.benchmarks.measure.Machine;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** P11: START and COMPLETE of engines' runs over HTTP. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Measures how fast OpenLineage events are taken over HTTP and when they are in the graph;"
            + " service and users share one JVM.")
public final class IngestCommand implements Callable<Integer> {

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(names = "--users", split = ",", description = "one after the other (${DEFAULT-VALUE})")
  private List<Integer> users = List.of(25, 500);

  @Option(
      names = "--rates",
      split = ",",
      description = "then so many events a second, whatever the answers (${DEFAULT-VALUE})")
  private List<Integer> rates = List.of(1_000);

  @Option(names = "--seconds", description = "of each (${DEFAULT-VALUE})")
  private int seconds = 60;

  @Option(names = "--warm-up", description = "seconds before all (${DEFAULT-VALUE})")
  private int warmUp = 30;

  @Option(names = "--bytes", description = "of an event (${DEFAULT-VALUE})")
  private int bytes = 16 << 10;

  @Option(names = "--sampled", description = "each of so many pairs (${DEFAULT-VALUE})")
  private int sampled = 100;

  private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  @Override
  public Integer call() throws Exception {
    Path folder = parent.out().toAbsolutePath().resolve("ingest-" + ProcessHandle.current().pid());
    try (LineageHouse house = new LineageHouse(folder)) {
      CpuClock cpu = new CpuClock(house.processes());
      Door warm = door(house);
      new Posting.Users(users.getFirst()).run(warm, Duration.ofSeconds(warmUp));
      warm.awaitAll();
      Machine.facts().forEach((name, value) -> console.println(name + ": " + value));
      console.println(
          "| posting | events/s taken | events/s in the graph | POST p50 / p95 ms | queryable p50 /"
              + " p95 / most ms | CPU µs/event | turned away | failed | load |");
      console.println("|---|---|---|---|---|---|---|---|---|");
      for (Posting posting : postings()) {
        console.println(measured(door(house), posting, cpu));
      }
      String live = house.hash("/lineage/graph");
      String rebuilt = house.hash("/lineage/graph/rebuilt");
      console.println("hash of the graph: " + live + "; rebuilt from its topic: " + rebuilt);
      return live.equals(rebuilt) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Door door(LineageHouse house) {
    return new Door(http, house.address(), bytes, sampled);
  }

  private List<Posting> postings() {
    List<Posting> all = new ArrayList<>();
    users.forEach(count -> all.add(new Posting.Users(count)));
    rates.forEach(events -> all.add(new Posting.Rate(events)));
    return all;
  }

  private String measured(Door door, Posting posting, CpuClock cpu) throws InterruptedException {
    Map<String, Duration> before = cpu.read();
    long begin = System.nanoTime();
    posting.run(door, Duration.ofSeconds(seconds));
    long events = door.taken.get();
    double posted = (System.nanoTime() - begin) / 1e9;
    door.awaitAll();
    double whole = (System.nanoTime() - begin) / 1e9;
    Latencies answers = new Latencies(door.answers);
    Latencies queryable = new Latencies(door.queryable);
    return "| %s | %.0f | %.0f | %.0f / %.0f | %.0f / %.0f / %.0f | %s | %d | %d | %.1f |"
        .formatted(
            posting.name(),
            events / posted,
            events / whole,
            answers.percentile(0.5),
            answers.percentile(0.95),
            queryable.percentile(0.5),
            queryable.percentile(0.95),
            queryable.highest(),
            perEvent(cpu.since(before), events),
            door.busy.get(),
            door.failed.get(),
            Machine.load());
  }

  private static String perEvent(Map<String, Duration> spent, long events) {
    return new TreeMap<>(spent)
        .entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().toNanos() / 1_000 / events)
            .collect(Collectors.joining(", "));
  }
}
