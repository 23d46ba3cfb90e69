package io.weirworks.standalone.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code weirworks} in a repository whose build is a stand-in that counts its runs. */
class LauncherScriptTest {

  private static final String PROGRAM = "io/weirworks/standalone/StandaloneApplication.class";
  private static final String SOURCE =
      """
      package io.weirworks.standalone;
      public class StandaloneApplication {
        public static void main(String[] a) {
          System.out.println(System.getProperty("weirworks.home"));
          System.out.println(System.getProperty("user.timezone"));
          System.out.println(String.join("|", a));
          System.exit(a.length);
        }
      }
      """;
  private static final String BUILD =
      """
      #!/bin/sh
      echo "$*" >>builds
      mkdir -p standalone/target/lib
      cp program.jar standalone/target/standalone.jar
      """;

  @TempDir private Path folder;

  private Path root = Path.of("");

  private record Outcome(int code, List<String> lines) {}

  @BeforeEach
  void repository() throws IOException {
    root = Files.createDirectories(folder.resolve("a repository"));
    Path repository = Path.of("..");
    Files.createDirectory(root.resolve(".mvn"));
    Files.copy(repository.resolve("weirworks"), root.resolve("weirworks"));
    Files.copy(repository.resolve(".mvn/jdk.sh"), root.resolve(".mvn/jdk.sh"));
    Files.writeString(root.resolve("mvnw"), BUILD);
    Files.setPosixFilePermissions(
        root.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(root.resolve("module/src/main"));
    source(Instant.now().minusSeconds(100));
    packProgram();
  }

  private void source(Instant changed) throws IOException {
    Path source = root.resolve("module/src/main/A.java");
    Files.writeString(source, "class A {}");
    Files.setLastModifiedTime(source, FileTime.from(changed));
  }

  private void packProgram() throws IOException {
    Path source = Files.writeString(folder.resolve("StandaloneApplication.java"), SOURCE);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(status).isZero();
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(root.resolve("program.jar")))) {
      jar.putNextEntry(new JarEntry(PROGRAM));
      jar.write(Files.readAllBytes(folder.resolve(PROGRAM)));
    }
  }

  private static Outcome run(Path script, Path from, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out.lines().collect(Collectors.toList()));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  @Test
  void argumentsAndExitCodePassThroughFromAnyFolderAndThroughALink() throws Exception {
    // given
    Path link = Files.createSymbolicLink(folder.resolve("ww"), root.resolve("weirworks"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    // when
    Outcome outcome = run(link, elsewhere, "send", "A", "{\"a\": \"b c\"}", "$x");
    // then
    assertThat(outcome.lines())
        .containsExactly(root.toRealPath().toString(), "UTC", "send|A|{\"a\": \"b c\"}|$x");
    assertThat(outcome.code()).isEqualTo(4);
  }

  @Test
  void itBuildsOnlyWhatIsMissingOrOlderThanItsSources() throws Exception {
    // given
    Path script = root.resolve("weirworks");
    // when
    run(script, root);
    run(script, root);
    // then
    assertThat(builds()).hasSize(1).first().asString().contains("-pl standalone -am", "package");
    // when a source is newer
    source(Instant.now().plusSeconds(5));
    run(script, root);
    // then
    assertThat(builds()).hasSize(2);
  }

  @Test
  void failedBuildIsToldAndNothingIsRun() throws Exception {
    // given
    Files.writeString(root.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
    // when
    Outcome outcome = run(root.resolve("weirworks"), root, "up");
    // then
    assertThat(outcome).isEqualTo(new Outcome(1, List.of()));
  }
}
