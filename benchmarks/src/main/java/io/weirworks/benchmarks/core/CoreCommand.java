package io.weirworks.benchmarks.core;

import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decisions per second of one thread, by its own CPU time, so that other load does not count. */
@Command(
    name = "core",
    mixinStandardHelpOptions = true,
    description = "Measures the scheduler's pure core: chains carried through in memory.")
public final class CoreCommand implements Callable<Integer> {

  @Option(names = "--nodes", description = "in a chain (${DEFAULT-VALUE})")
  private int nodes = 10;

  @Option(names = "--chains", description = "carried through in a round (${DEFAULT-VALUE})")
  private int chains = 50_000;

  @Option(names = "--rounds", description = "the first are warm-up (${DEFAULT-VALUE})")
  private int rounds = 6;

  @Override
  public Integer call() {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    WorkflowGraph graph = chain(nodes);
    for (int round = 1; round <= rounds; round++) {
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long decisions = carryThrough(graph, round);
      double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
      console.println(
          String.format(
              Locale.ROOT,
              "round %d: %,d decisions, %,.0f/s of CPU time, load %.1f",
              round,
              decisions,
              decisions / seconds,
              Machine.load()));
    }
    return CommandLine.ExitCode.OK;
  }

  private long carryThrough(WorkflowGraph graph, int round) {
    Instant now = Instant.parse("2026-11-02T00:00:00Z");
    long decisions = 0;
    for (int chain = 0; chain < chains; chain++) {
      CoreFlow flow = new CoreFlow(graph, round + "-" + chain, now);
      decisions += flow.run();
      if (flow.succeeded() != nodes) {
        throw new IllegalStateException(
            flow.succeeded() + " of " + nodes + " nodes were carried through");
      }
    }
    return decisions;
  }

  private static WorkflowGraph chain(int nodes) {
    return new WorkflowGraph(
        new WorkflowDefinition(
            new WorkflowId("core"),
            1,
            ZoneOffset.UTC,
            LocalTime.MIDNIGHT,
            List.of(),
            IntStream.range(0, nodes).mapToObj(CoreCommand::node).toList()));
  }

  private static NodeDefinition node(int index) {
    return new NodeDefinition(
        new NodeId("n" + index),
        NodeWork.RUN,
        RerunPolicy.NONE,
        Duration.ofHours(4),
        ParameterDefinitions.none(),
        index == 0 ? List.of() : List.of(new NodeId("n" + (index - 1))),
        "true");
  }
}
