package io.weirworks.standalone.command;

import io.weirworks.standalone.lineage.Direction;
import io.weirworks.standalone.lineage.LineageGraph;
import io.weirworks.standalone.lineage.LineageTree;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where a table or column comes from, or where it goes. */
@Command(
    name = "show",
    description = "Show what a table or column was made from, or what was made from it.")
final class LineageShowCommand implements Callable<Integer> {

  /** One of the two. */
  static final class Way {
    @Option(names = "--upstream", description = "What it was made from; the default.")
    private boolean upstream;

    @Option(names = "--downstream", description = "What was made from it.")
    private boolean downstream;

    Direction direction() {
      return downstream && !upstream ? Direction.DOWNSTREAM : Direction.UPSTREAM;
    }
  }

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @ArgGroup private Way way = new Way();

  @Parameters(
      paramLabel = "TABLE[.COLUMN]",
      description = "Such as flights.route_delay or flights.route_delay.avg_delay.")
  private String name = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  LineageShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    LineageTree tree = LineageGraph.read(platform.bootstrapServers()).tree(name, way.direction());
    if (json) {
      surroundings.print(tree.json());
    } else {
      tree.lines().forEach(surroundings::print);
    }
    return 0;
  }
}
