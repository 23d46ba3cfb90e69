package io.weirworks.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.standalone.platform.Programs;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The foreground {@code up} as a process of its own. */
class ForegroundTest {

  @TempDir private Path home;

  /** The program without any service: broker and database alone. Argument: the home folder. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      Surroundings surroundings =
          new Surroundings(
              new PrintStream(System.out, true, UTF_8),
              false,
              Path.of(arguments[0]),
              Programs.onOurClassPath(List.of()),
              Map.of());
      System.exit(WeirworksCommand.in(surroundings).execute("up"));
    }
  }

  @Test
  void itsEndStopsEverythingThatItStarted() throws Exception {
    // given
    Process up =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=io/weirworks/standalone/command-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = up.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.contains("Ctrl-C")) {
          // when
          assertThat(broker()).isTrue();
          up.toHandle().destroy();
        }
      }
    } finally {
      up.toHandle().destroy();
      up.waitFor();
    }
    // then
    assertThat(lines).contains("kafka      stopped", "database   stopped");
    assertThat(broker()).isFalse();
  }

  private boolean broker() {
    return ManagedProcess.find(home.resolve(".weirworks/kafka/pid")).isPresent();
  }
}
