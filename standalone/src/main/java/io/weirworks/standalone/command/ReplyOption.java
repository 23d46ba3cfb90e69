package io.weirworks.standalone.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How a reply is awaited and shown. */
final class ReplyOption {

  @Option(
      names = "--timeout",
      paramLabel = "D",
      description = "How long to wait for the reply; default: ${DEFAULT-VALUE}.")
  private String timeout = "60s";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  Duration patience() {
    return OffsetDuration.parse(timeout);
  }

  boolean json() {
    return json;
  }
}
