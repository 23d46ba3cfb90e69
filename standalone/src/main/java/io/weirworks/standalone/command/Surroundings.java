package io.weirworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.standalone.platform.Programs;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param out takes what was asked for
 * @param terminal whether a person looks at {@code out} on a terminal
 * @param home the folder whose {@code .weirworks} is the data folder unless told otherwise
 */
public record Surroundings(
    PrintStream out,
    boolean terminal,
    Path home,
    Programs programs,
    Map<String, String> environment) {

  void print(String line) {
    out.println(line);
    out.flush();
  }

  void print(JsonNode json) {
    print(json.toString());
  }
}
