package io.weirworks.registry.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Confluent's own Python client in an environment under {@code target}, made once from the package
 * index.
 */
final class ForeignClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path RESOURCES = Path.of("src", "test", "resources", "foreign");
  private static final Path HOME = Path.of("target", "foreign-client");
  private static final Path READY = HOME.resolve("ready");
  private static final String PYTHON = HOME.resolve("bin").resolve("python3").toString();

  private ForeignClient() {}

  /** Every record of these topics as that client decodes it: {@code topic, type, value}. */
  static List<JsonNode> decode(String bootstrap, URI registry, List<String> topics) {
    if (!Files.exists(READY)) {
      install();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                PYTHON, RESOURCES.resolve("decode.py").toString(), bootstrap, registry.toString()));
    command.addAll(topics);
    return run(command).lines().map(ForeignClient::json).toList();
  }

  private static void install() {
    run(List.of("python3", "-m", "venv", HOME.toString()));
    run(
        List.of(
            PYTHON,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--requirement",
            RESOURCES.resolve("requirements.txt").toString()));
    try {
      Files.createFile(READY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + line, e);
    }
  }

  private static String run(List<String> command) {
    Path errors = Path.of("target", "foreign-client.log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed:\n" + Files.readString(errors));
      }
      return output;
    } catch (IOException e) {
      throw new AssertionError(
          "this test shows that a foreign client can read the topics; it needs python3 with venv"
              + " and pip on the path, and "
              + command.getFirst()
              + " cannot be run",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
