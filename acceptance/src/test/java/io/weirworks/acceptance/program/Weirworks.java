package io.weirworks.acceptance.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.infra.server.Folders;
import io.weirworks.schemas.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A platform over a data folder of its own, driven by the program {@code weirworks} alone. It lies
 * under {@code target}; what a killed test left running there is ended first.
 */
public final class Weirworks implements AutoCloseable {

  private static final String MAIN = "io.weirworks.standalone.StandaloneApplication";
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int FIRST_PORT = 10_000;
  private static final int LAST_PORT = 20_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Path home;
  private final Map<String, String> ports = new HashMap<>();
  private final AtomicInteger typed = new AtomicInteger();

  private Weirworks(Path home) {
    this.home = home;
  }

  /** Nothing runs yet and nothing is there. */
  public static Weirworks fresh(String name) {
    Weirworks weirworks = new Weirworks(Path.of("target", "platforms", name).toAbsolutePath());
    if (Files.exists(weirworks.data())) {
      weirworks.typed("down");
    }
    Folders.delete(weirworks.home);
    // any free ones: another platform on this machine may have the usual ones
    PrimitiveIterator.OfInt free = freePorts();
    for (Service service : Service.values()) {
      weirworks.ports.put("WEIRWORKS_" + service + "_PORT", Integer.toString(free.nextInt()));
    }
    return weirworks;
  }

  /**
   * Of a range that neither broker and database nor the system's outgoing connections choose from.
   */
  private static PrimitiveIterator.OfInt freePorts() {
    return ThreadLocalRandom.current()
        .ints(FIRST_PORT, LAST_PORT)
        .filter(Weirworks::isFree)
        .distinct()
        .iterator();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** The platform's data folder. */
  public Path data() {
    return home.resolve("data");
  }

  /** Where the service's process, or that of all services, logs. */
  public Path log(String process) {
    return data().resolve("logs").resolve(process + ".log");
  }

  /** A folder for what runs write. */
  public Path folder(String name) {
    Path folder = home.resolve(name);
    Folders.create(folder);
    return folder;
  }

  /** Types a command that goes on by itself. */
  public Program start(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(1, List.of("--data", data().toString()));
    return program(MAIN, words[0], arguments);
  }

  /** Starts another program beside the platform. */
  public Program start(Class<?> main, String... arguments) {
    return program(main.getName(), main.getSimpleName(), List.of(arguments));
  }

  private Program program(String main, String name, List<String> arguments) {
    Path prints = home.resolve("printed").resolve(typed.incrementAndGet() + "-" + name);
    return Program.start(main, arguments, ports, prints);
  }

  /** What a command prints that must end well. */
  public String typed(String... words) {
    try (Program program = start(words)) {
      return program.endsWell(LIMIT).printed();
    }
  }

  /** The exit code of a command that may fail. */
  public int code(String... words) {
    try (Program program = start(words)) {
      return program.end(LIMIT);
    }
  }

  public String bootstrapServers() {
    return part("kafka").path("address").asText();
  }

  /** Where registry-service answers. */
  public URI registry() {
    return URI.create("http://" + part("registry").path("address").asText());
  }

  /** SIGKILL to the process that holds this part, which may hold others too. */
  public void kill(String part) {
    ProcessHandle process = ProcessHandle.of(part(part).path("pid").asLong()).orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    process.onExit().orTimeout(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
  }

  private JsonNode part(String name) {
    try {
      for (JsonNode part : JSON.readTree(typed("status", "--json"))) {
        if (part.path("name").asText().equals(name)) {
          return part;
        }
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError("status --json prints no JSON", e);
    }
    throw new AssertionError("no part " + name);
  }

  /** Stops everything; of the data only the logs stay. */
  @Override
  public void close() {
    typed("down");
    for (String folder : List.of("kafka", "database", "spark", "metastore", "warehouse", "work")) {
      Folders.delete(data().resolve(folder));
    }
  }
}
