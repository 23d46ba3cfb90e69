package io.weirworks.executor.engine.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.executor.engine.Submission;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays a submission down in its run directory and starts {@code supervise.sh} on it. */
final class Supervisor {
  private static final String SCRIPT = "supervise.sh";
  private static final String SCRIPT_TEXT = scriptText();

  private final Map<String, String> baseEnvironment;

  Supervisor(Map<String, String> baseEnvironment) {
    this.baseEnvironment = Map.copyOf(baseEnvironment);
  }

  /**
   * Writes everything down, the specification last: it is the mark that the rest is complete. Doing
   * it twice is harmless until the start.
   */
  void prepare(RunDirectory run, Submission submission) throws IOException {
    run.create();
    Files.createDirectories(run.work());
    Files.createDirectories(run.temporary());
    for (var file : submission.files().entrySet()) {
      RunDirectory.write(run.work().resolve(file.getKey()), file.getValue());
    }
    for (var resource : submission.resources().entrySet()) {
      link(run.work().resolve(resource.getKey()), resource.getValue());
    }
    RunDirectory.write(run.path().resolve(SCRIPT), SCRIPT_TEXT);
    Specification.of(submission).writeTo(run);
  }

  private static void link(Path name, Path resource) throws IOException {
    if (!Files.isReadable(resource)) {
      throw new IOException("resource '" + name.getFileName() + "' is not readable at " + resource);
    }
    try {
      Files.createSymbolicLink(name, resource.toAbsolutePath());
    } catch (FileAlreadyExistsException _) {
      // laid down by an earlier, interrupted submit of the same tag
    }
  }

  /** Starts the supervisor in a session of its own, connected to nothing of ours. */
  Process start(RunDirectory run, Submission submission) throws IOException {
    var argv =
        new ArrayList<>(
            List.of(
                "setsid",
                "sh",
                SCRIPT,
                run.tag().toString(),
                run.lock().toAbsolutePath().toString()));
    argv.add(Integer.toString(submission.limits().niceness()));
    argv.addAll(submission.command());
    var log = run.path().resolve("supervisor.log").toFile();
    var builder =
        new ProcessBuilder(argv)
            .directory(run.path().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    var environment = builder.environment();
    environment.clear();
    environment.putAll(baseEnvironment);
    environment.putAll(submission.environment());
    environment.put("HOME", run.work().toAbsolutePath().toString());
    environment.put("TMPDIR", run.temporary().toAbsolutePath().toString());
    environment.put("WEIRWORKS_RUN_DIR", run.path().toAbsolutePath().toString());
    environment.put(ProcessTable.TAG_VARIABLE, run.tag().toString());
    return builder.start();
  }

  /** The supervisor's own last words, where it could not start. */
  static String log(RunDirectory run) throws IOException {
    return Files.readString(run.path().resolve("supervisor.log"), UTF_8).strip();
  }

  private static String scriptText() {
    try (InputStream in = Supervisor.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException(
            SCRIPT + " is missing beside " + Supervisor.class.getName());
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
