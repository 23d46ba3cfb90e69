package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.SetInstanceSuccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets failed node instances count as successful. */
@Command(name = "set-success", description = "Let node instances that failed count as successful.")
final class SetSuccessCommand implements Callable<Integer> {

  @Mixin private final OperationOption operation;

  SetSuccessCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    return operation.ask(instance -> new SetInstanceSuccess(instance, operation.comment()));
  }
}
