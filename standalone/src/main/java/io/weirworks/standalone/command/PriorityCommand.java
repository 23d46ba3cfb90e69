package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.ChangeInstancePriority;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes how urgent node instances are. */
@Command(
    name = "priority",
    description = "Change how urgent node instances are that have not begun.")
final class PriorityCommand implements Callable<Integer> {

  @Mixin private final OperationOption operation;

  @Option(
      names = "--to",
      paramLabel = "N",
      required = true,
      description = "1 to 8, the larger the more urgent.")
  private int priority;

  PriorityCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    return operation.ask(
        instance -> new ChangeInstancePriority(instance, priority, operation.comment()));
  }
}
