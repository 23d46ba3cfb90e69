package io.weirworks.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.infra.server.ServerFolder;
import io.weirworks.standalone.platform.Programs;
import io.weirworks.standalone.platform.ServiceProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Types commands and reads what they print. */
final class Shell {

  private final Path home;
  private final List<ServiceProgram> services;
  private final Supplier<ServerFolder> ports;

  Shell(Path home, List<ServiceProgram> services) {
    this.home = home;
    this.services = services;
    this.ports = () -> new ServerFolder(home.resolve("ports"));
  }

  /**
   * What one command did.
   *
   * @param code its exit code
   */
  record Outcome(int code, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }
  }

  Outcome type(String... words) {
    return typeIn(Map.of(), words);
  }

  /** Any free ports: those of a real platform may be taken, on this machine or by another test. */
  private Map<String, String> withPorts(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    services.forEach(
        program ->
            all.computeIfAbsent(
                "WEIRWORKS_" + program.service() + "_PORT",
                name -> Integer.toString(ports.get().port(name))));
    return all;
  }

  Outcome typeIn(Map<String, String> environment, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, true, UTF_8),
            false,
            home,
            Programs.onOurClassPath(services),
            withPorts(environment));
    CommandLine line = WeirworksCommand.in(surroundings);
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(new ArrayList<>(List.of(words)).toArray(String[]::new));
    return new Outcome(code, out.toString(UTF_8), err.toString());
  }
}
