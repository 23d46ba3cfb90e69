package io.weirworks.registry.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Confluent's own Python client in an environment under {@code target} of the module under test,
 * made once from the package index.
 */
public final class ForeignClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path HOME = Path.of("target", "foreign-client");
  private static final Path READY = HOME.resolve("ready");
  private static final String PYTHON = HOME.resolve("bin").resolve("python3").toString();

  private ForeignClient() {}

  /**
   * Every committed record of these topics as that client decodes it: {@code topic, partition,
   * offset, key, type, subject, value}; the value of a tombstone is null.
   */
  public static List<JsonNode> decode(String bootstrap, URI registry, List<String> topics) {
    if (!Files.exists(READY)) {
      install();
    }
    List<String> command =
        new ArrayList<>(
            List.of(PYTHON, placed("decode.py").toString(), bootstrap, registry.toString()));
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
            placed("requirements.txt").toString()));
    try {
      Files.createFile(READY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Python reads files, and for other modules these lie in a jar. */
  private static Path placed(String resource) {
    Path file = HOME.resolve(resource);
    try (InputStream content = ForeignClient.class.getResourceAsStream("/foreign/" + resource)) {
      if (content == null) {
        throw new IllegalStateException("foreign/" + resource + " is not on the class path");
      }
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
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
