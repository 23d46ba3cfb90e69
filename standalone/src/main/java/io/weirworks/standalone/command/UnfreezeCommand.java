package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.UnfreezeInstance;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets frozen node instances go on. */
@Command(name = "unfreeze", description = "Let frozen node instances go on.")
final class UnfreezeCommand implements Callable<Integer> {

  @Mixin private final OperationOption operation;

  UnfreezeCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    return operation.ask(instance -> new UnfreezeInstance(instance, operation.comment()));
  }
}
