package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.RemoveDependency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets node instances wait no longer for some of their upstream. */
@Command(
    name = "remove-dependency",
    description = "Let node instances that have not run wait no longer for some of their upstream.")
final class RemoveDependencyCommand implements Callable<Integer> {

  @Mixin private final OperationOption operation;

  @Option(
      names = "--upstream",
      paramLabel = "INSTANCE",
      required = true,
      description = "Id of a direct upstream node instance; may be given several times.")
  private List<String> upstreams = new ArrayList<>();

  RemoveDependencyCommand(Surroundings surroundings) {
    this.operation = new OperationOption(surroundings);
  }

  @Override
  public Integer call() {
    return operation.ask(
        instance -> new RemoveDependency(instance, upstreams, operation.comment()));
  }
}
