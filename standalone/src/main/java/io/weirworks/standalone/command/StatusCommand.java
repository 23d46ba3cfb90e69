package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.weirworks.standalone.platform.ComponentStatus;
import io.weirworks.standalone.platform.ComponentStatus.State;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows each part of the platform. */
@Command(
    name = "status",
    description = {
      "Show each part of the platform: process, address and whether it is ready.",
      "Ends with 0 when all parts that are installed are ready, else with 1."
    })
final class StatusCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Option(names = "--json", description = "Print one JSON list.")
  private boolean json;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    List<ComponentStatus> parts = platform.platform().status();
    if (json) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      parts.forEach(part -> addTo(list, part));
      surroundings.print(list);
    } else if (parts.isEmpty()) {
      surroundings.print(
          "no platform was ever up over %s; start it with: weirworks up --detach"
              .formatted(platform.dataFolder().path()));
    } else {
      surroundings.print(
          "%-10s %-10s %8s  %-13s %-22s %s"
              .formatted("NAME", "PROCESS", "PID", "STATE", "ADDRESS", "READY"));
      parts.forEach(part -> surroundings.print(line(part)));
    }
    boolean allReady =
        !parts.isEmpty()
            && parts.stream().allMatch(part -> part.ready() || part.state() == State.NOT_INSTALLED);
    return allReady ? 0 : 1;
  }

  private static String line(ComponentStatus part) {
    return "%-10s %-10s %8s  %-13s %-22s %s"
        .formatted(
            part.name(),
            part.process(),
            shown(part.pid()),
            part.state(),
            shown(part.address()),
            part.ready() ? "ready" : "not ready: " + part.reason());
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static void addTo(ArrayNode list, ComponentStatus part) {
    list.addObject()
        .put("name", part.name())
        .put("process", part.process())
        .put("pid", part.pid())
        .put("state", part.state().name())
        .put("address", part.address())
        .put("ready", part.ready())
        .put("reason", part.reason())
        .put("log", part.log());
  }
}
