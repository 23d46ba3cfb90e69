package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.FreezeInstance;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds node instances back. */
@Command(name = "freeze", description = "Do not begin node instances until they are unfrozen.")
final class FreezeCommand implements Callable<Integer> {

  @Mixin private final OperationOption operation;

  FreezeCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    return operation.ask(instance -> new FreezeInstance(instance, operation.comment()));
  }
}
