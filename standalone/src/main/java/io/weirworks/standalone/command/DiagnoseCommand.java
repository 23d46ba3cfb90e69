package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.asking.ServiceReads;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why a node instance does not run. */
@Command(
    name = "diagnose",
    description = "Show why a node instance does not run, down to where that begins.")
final class DiagnoseCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Parameters(paramLabel = "INSTANCE", description = "Its id.")
  private String instance = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  DiagnoseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode diagnosis =
        new ServiceReads(platform.platform().address(Service.SCHEDULER))
            .get(
                "/instances/" + ServiceReads.part(instance) + "/diagnosis",
                "node instance " + instance);
    if (json) {
      surroundings.print(diagnosis);
    } else {
      diagnosis.path("instance").path("steps").forEach(this::step);
      list("along", diagnosis.path("chain"));
      list("begins at", diagnosis.path("roots"));
      if (diagnosis.path("cut").asBoolean()) {
        surroundings.print(
            "only the nearest %d instances were looked at"
                .formatted(diagnosis.path("looked").asInt()));
      }
    }
    return 0;
  }

  private void step(JsonNode step) {
    surroundings.print(
        "%-14s  %-6s  %s"
            .formatted(
                step.path("step").asText(),
                step.path("standing").asText(),
                step.path("message").asText()));
  }

  private void list(String title, JsonNode findings) {
    findings.forEach(
        finding ->
            surroundings.print(
                "%-14s  %s %s: %s"
                    .formatted(
                        title,
                        finding.path("nodeInstanceId").asText(),
                        finding.path("node").asText(),
                        finding.path("summary").asText())));
  }
}
