package io.weirworks.acceptance.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, on the class path of the build. What it prints lies in files, to
 * be read while it runs and after a failed test.
 */
public final class Program implements AutoCloseable {

  /** Those of the launcher {@code weirworks}. */
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.weirworks",
          "-Duser.timezone=UTC",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-Xmx256m",
          "-Dlogback.configurationFile=io/weirworks/standalone/command-logback.xml",
          "-Dweirworks.home=" + Path.of("..").toAbsolutePath().normalize());

  private final String command;
  private final Process process;
  private final Path out;
  private final Path err;

  private Program(String command, Process process, Path out, Path err) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it.
   *
   * @param prints files {@code <prints>.out} and {@code .err} take what it prints
   */
  public static Program start(
      String main, List<String> arguments, Map<String, String> environment, Path prints) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add(main);
    command.addAll(arguments);
    Path out = prints.resolveSibling(prints.getFileName() + ".out");
    Path err = prints.resolveSibling(prints.getFileName() + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    // not on the command line: a class path of all modules is long
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      Files.createDirectories(prints.getParent());
      return new Program(main + " " + String.join(" ", arguments), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed until now. */
  public String printed() {
    return read(out);
  }

  public List<String> lines() {
    return printed().lines().toList();
  }

  /** Waits for its end and returns its exit code; too late is a failure. */
  public int end(Duration limit) {
    try {
      assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
          .as(() -> "end of " + this)
          .isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** It must end well. */
  public Program endsWell(Duration limit) {
    assertThat(end(limit)).as(this::toString).isZero();
    return this;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return "%s, which printed:%n%s%s".formatted(command, read(out), read(err));
  }
}
