package io.weirworks.standalone.command;

import io.weirworks.standalone.demo.Demo;
import io.weirworks.standalone.demo.FlightsExample;
import io.weirworks.standalone.platform.PlatformRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows all of it on real data. */
@Command(
    name = "demo",
    description = {
      "Run a real pipeline on real data and show all that comes of it.",
      "Starts the platform if needed; then raw flights of 2001 become a daily report on Spark, for",
      "three business dates, with its lineage and its events. May be called again."
    })
final class DemoCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ServersOption servers;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
    this.servers = new ServersOption(surroundings);
  }

  @Override
  public Integer call() {
    PlatformRequest request = servers.request(Optional.of(true), Optional.empty());
    PrintedUpView view = new PrintedUpView(surroundings);
    new Demo(
            platform.platform(),
            found -> found.up(request, view),
            new FlightsExample(platform.dataFolder().demo()),
            surroundings::print,
            broker -> Following.view(surroundings, broker, Demo.WORKSPACE, Demo.WORKFLOW),
            platform.asTyped(),
            InstantSource.system())
        .run();
    return 0;
  }
}
