package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.ForceStartInstance;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Begins node instances in an emergency. */
@Command(
    name = "force-start",
    description = "Begin node instances now, whatever upstream and clock say.")
final class ForceStartCommand implements Callable<Integer> {

  @Mixin private final OperationOption operation;

  ForceStartCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    return operation.ask(instance -> new ForceStartInstance(instance, operation.comment()));
  }
}
