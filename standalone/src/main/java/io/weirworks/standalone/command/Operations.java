package io.weirworks.standalone.command;

import picocli.CommandLine;

/** What operators do to node instances, one by one or many at once. */
final class Operations {

  private Operations() {}

  static void addTo(CommandLine line, Surroundings surroundings) {
    line.addSubcommand(new DiagnoseCommand(surroundings));
    line.addSubcommand(new RerunCommand(surroundings));
    line.addSubcommand(new SetSuccessCommand(surroundings));
    line.addSubcommand(new FreezeCommand(surroundings));
    line.addSubcommand(new UnfreezeCommand(surroundings));
    line.addSubcommand(new PriorityCommand(surroundings));
    line.addSubcommand(new RemoveDependencyCommand(surroundings));
    line.addSubcommand(new ForceStartCommand(surroundings));
  }
}
