package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.RerunDownstream;
import io.weirworks.contract.scheduler.RerunInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs node instances that have ended again. */
@Command(
    name = "rerun",
    description =
        "Run node instances that have ended again, and what is asked of their downstream.")
final class RerunCommand implements Callable<Integer> {

  /** What can be asked for; in words of the command line. */
  enum DownstreamChoice {
    NONE,
    ALL,
    FAILED
  }

  @Mixin private final OperationOption operation;

  @Option(
      names = "--downstream",
      paramLabel = "WHICH",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private DownstreamChoice downstream = DownstreamChoice.NONE;

  @Option(
      names = "--node",
      paramLabel = "NODE",
      description = "Of the downstream these nodes, by id or name, instead of --downstream.")
  private List<String> nodes = new ArrayList<>();

  RerunCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    RerunDownstream which =
        nodes.isEmpty() ? RerunDownstream.valueOf(downstream.name()) : RerunDownstream.CHOSEN;
    return operation.ask(
        instance -> new RerunInstance(instance, which, nodes, operation.comment()));
  }
}
