package io.weirworks.standalone.command;

import io.weirworks.infra.InfraException;
import io.weirworks.standalone.StandaloneException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The command line as a whole. Exit codes: 0 ok, 1 failed, 2 wrong use. */
public final class WeirworksCommand {

  private static final int INTERRUPTED = 130;

  private WeirworksCommand() {}

  /** The commands in these surroundings, ready to be executed. */
  public static CommandLine in(Surroundings surroundings) {
    CommandLine line = root();
    line.addSubcommand(new DemoCommand(surroundings));
    line.addSubcommand(new UpCommand(surroundings));
    line.addSubcommand(new DownCommand(surroundings));
    line.addSubcommand(new StatusCommand(surroundings));
    line.addSubcommand(new SendCommand(surroundings));
    line.addSubcommand(new EventsCommand(surroundings));
    line.addSubcommand(new DeployCommand(surroundings));
    line.addSubcommand(new UndeployCommand(surroundings));
    line.addSubcommand(new RunCommand(surroundings));
    line.addSubcommand(new BackfillCommand(surroundings));
    line.addSubcommand(new InstancesCommand(surroundings));
    line.addSubcommand(new LogsCommand(surroundings));
    line.addSubcommand(new CancelCommand(surroundings));
    line.addSubcommand(new BeginCommand(surroundings));
    line.addSubcommand(new PauseCommand(surroundings));
    line.addSubcommand(new ResumeCommand(surroundings));
    line.addSubcommand(new TriggerCommand(surroundings));
    Operations.addTo(line, surroundings);
    line.addSubcommand(new SimulateCommand(surroundings));
    addGroups(line, surroundings);
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false); // an argument is what was typed
    line.setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
    return line;
  }

  private static void addGroups(CommandLine line, Surroundings surroundings) {
    CommandLine lineage = group("Where data comes from and goes to.");
    line.addSubcommand("lineage", lineage);
    lineage.addSubcommand(new LineageShowCommand(surroundings));
    lineage.addSubcommand(new LineageDescribeCommand(surroundings));
    lineage.addSubcommand(new LineageSearchCommand(surroundings));
    lineage.addSubcommand(new LineageCrawlCommand(surroundings));
    lineage.addSubcommand(new LineageProfileCommand(surroundings));
    lineage.addSubcommand(new LineageTemplateCommand(surroundings));
    lineage.addSubcommand(new LineageParseCommand(surroundings));
    lineage.addSubcommand(new LineageEvaluateCommand(surroundings));
    lineage.addSubcommand(new LineageExportCommand(surroundings));
    CommandLine baseline = group("By when it must be done.");
    line.addSubcommand("baseline", baseline);
    baseline.addSubcommand(new BaselineListCommand(surroundings));
    baseline.addSubcommand(new BaselineShowCommand(surroundings));
    CommandLine params = group("Scheduling parameters.");
    line.addSubcommand("params", params);
    params.addSubcommand(new ParamsEvalCommand(surroundings));
  }

  private static CommandLine root() {
    CommandSpec spec = CommandSpec.create().name("weirworks");
    spec.usageMessage()
        .description("Event-driven platform for big-data pipelines: one command starts all of it.");
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .scopeType(ScopeType.INHERIT)
            .description("Show what this command does and what it takes.")
            .build());
    return new CommandLine(spec);
  }

  private static CommandLine group(String description) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(description);
    return new CommandLine(spec);
  }

  private static int told(Exception failure, CommandLine command) throws Exception {
    PrintWriter err = command.getErr();
    return switch (failure) {
      case StandaloneException known -> {
        err.println(known.getMessage());
        yield known.code().wrongUse() ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
      }
      case InfraException known -> {
        err.println(known.getMessage());
        yield CommandLine.ExitCode.SOFTWARE;
      }
      case CancellationException _ -> INTERRUPTED;
      default -> throw failure;
    };
  }
}
