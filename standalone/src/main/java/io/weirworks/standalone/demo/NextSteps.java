package io.weirworks.standalone.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * What a newcomer may type next.
 *
 * @param dataOption as it was typed, with a blank before it, such as {@code --data /tmp/x}; empty
 *     where it was not
 */
record NextSteps(String dataOption) {

  List<String> lines(Path reports, String nodeInstance) {
    return List.of(
        line("what ran", "instances --workspace " + DemoCommands.WORKSPACE),
        line("what one node wrote", "logs " + nodeInstance),
        line("who reads a raw table", "lineage show flights.raw_flights --downstream"),
        line("all events, decoded", "events --from-beginning"),
        line("processes, ports, logs", "status"),
        "%-24s %s".formatted("the reports", reports),
        line("stop; the data stays", "down"));
  }

  private String line(String what, String command) {
    return "%-24s ./weirworks %s%s".formatted(what, command, dataOption);
  }
}
