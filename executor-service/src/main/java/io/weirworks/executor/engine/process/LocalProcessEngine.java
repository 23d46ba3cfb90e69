package io.weirworks.executor.engine.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.weirworks.executor.engine.Cancellation;
import io.weirworks.executor.engine.Engine;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Exit;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.engine.Submission;
import io.weirworks.executor.engine.SubmitResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs submissions as child processes of this host, each under a small supervisor of its own that
 * outlives the executor (engines.md 9). All that is known about a run is in its directory and in
 * {@code /proc}.
 */
public final class LocalProcessEngine implements Engine {
  private static final Pattern DIRECTORY =
      Pattern.compile("([0-9a-f-]{36})/(\\d{1,9})\\.(\\d{1,18})");
  private static final Duration START_BOUND = Duration.ofSeconds(10);
  private static final ObjectReader PROGRESS =
      new ObjectMapper()
          .readerFor(Progress.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path runs;
  private final InstantSource clock;
  private final ProcessTable processes;
  private final Supervisor supervisor;
  private final TreeEnder ender;

  /**
   * @param workspace a directory on a disk of this host; run directories are made in {@code runs}
   *     below it
   * @param baseEnvironment what every child gets, e.g. {@code PATH}; nothing else of the executor's
   *     environment reaches one
   * @param clock dates the end of what had no time to date it itself
   */
  public LocalProcessEngine(
      Path workspace, Map<String, String> baseEnvironment, InstantSource clock) throws IOException {
    this.runs = workspace.toAbsolutePath().resolve("runs");
    this.clock = clock;
    this.processes = new ProcessTable();
    this.supervisor = new Supervisor(baseEnvironment);
    this.ender = new TreeEnder(processes);
  }

  /** Where the files of a tag are: logs, side files, working directory. */
  public RunDirectory directory(EngineTag tag) {
    return RunDirectory.of(runs, tag);
  }

  @Override
  public SubmitResult submit(Submission submission) throws IOException, InterruptedException {
    var run = directory(submission.tag());
    var taken = taken(run);
    if (taken.isPresent()) {
      return taken.get();
    }
    supervisor.prepare(run, submission);
    var process = supervisor.start(run, submission);
    var deadline = System.nanoTime() + START_BOUND.toNanos();
    while (taken(run).isEmpty() && process.isAlive() && System.nanoTime() - deadline < 0) {
      process.waitFor(2, TimeUnit.MILLISECONDS);
    }
    if (taken(run).isEmpty()) {
      process.destroyForcibly().waitFor();
    }
    // Only now it is certain: a supervisor that is gone takes no lock any more.
    return taken(run).orElseGet(() -> new SubmitResult.NotStarted(reason(run, process)));
  }

  private static Optional<SubmitResult> taken(RunDirectory run) throws IOException {
    return run.holder()
        .map(
            holder ->
                holder.equals(run.tag())
                    ? new SubmitResult.Accepted()
                    : new SubmitResult.HeldByOther(holder));
  }

  private static String reason(RunDirectory run, Process process) {
    try {
      return "supervisor ended with %d before it could start: %s"
          .formatted(process.exitValue(), Supervisor.log(run));
    } catch (IOException e) {
      return "supervisor ended with %d and its log cannot be read: %s"
          .formatted(process.exitValue(), e.getMessage());
    }
  }

  @Override
  public Observation observe(EngineTag tag) throws IOException {
    var run = directory(tag);
    var holder = run.holder();
    if (holder.isEmpty() || !holder.get().equals(tag)) {
      return Files.exists(run.specification())
          ? new Observation.Prepared()
          : new Observation.Absent();
    }
    // Liveness is read before the exit: who was dead by then has written all that it ever will.
    if (run.supervisor().filter(processes::isAlive).isPresent()) {
      return run.child().isPresent()
          ? new Observation.Running(progress(run))
          : new Observation.Starting();
    }
    var exit = run.exit();
    if (exit.isEmpty() && !processes.members(run).isEmpty()) {
      return run.supervisor().isPresent()
          ? new Observation.Unsupervised(progress(run))
          : new Observation.Starting();
    }
    if (exit.isEmpty()) { // a start that was not seen above may have come to its end since
      exit = run.exit();
    }
    return exit.isPresent() ? new Observation.Ended(exit.get(), progress(run)) : lost(run);
  }

  private static Observation lost(RunDirectory run) throws IOException {
    return new Observation.Lost(
        run.child().isPresent()
            ? "its supervisor was killed and its exit is unknown"
            : "its supervisor was killed before it started anything");
  }

  @Override
  public Cancellation cancel(EngineTag tag) throws IOException, InterruptedException {
    var run = directory(tag);
    if (run.takeLock()) { // it has not started, and with its lock gone it never will
      run.writeExit(killedBy(15));
      return new Cancellation.Confirmed(observe(tag));
    }
    if (!run.holder().equals(Optional.of(tag))) { // another epoch runs the attempt: not ours to end
      return new Cancellation.Confirmed(observe(tag));
    }
    if (observe(tag) instanceof Observation.Lost lost && !run.isCancelAsked()) {
      return new Cancellation.Confirmed(lost);
    }
    run.askCancel();
    var alive = ender.end(run, Specification.graceOf(run));
    if (!alive.isEmpty()) {
      return new Cancellation.Unconfirmed("processes " + alive + " are still alive after KILL");
    }
    if (run.exit().isEmpty()) { // the supervisor went down with its group
      run.writeExit(killedBy(9));
    }
    return new Cancellation.Confirmed(observe(tag));
  }

  private Exit killedBy(int signal) {
    return new Exit(128 + signal, true, clock.instant());
  }

  @Override
  public List<EngineTag> reattach() throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(runs, 2)) {
      return found
          .map(p -> runs.relativize(p).toString())
          .flatMap(name -> tag(name).stream())
          .toList();
    }
  }

  /**
   * Deletes all files of a run of which nothing is alive any more, the locks of its attempts
   * included.
   */
  public void remove(UUID run) throws IOException {
    var directory = runs.resolve(run.toString());
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Optional<EngineTag> tag(String directory) {
    var m = DIRECTORY.matcher(directory);
    return m.matches()
        ? Optional.of(
            new EngineTag(
                UUID.fromString(m.group(1)),
                Integer.parseInt(m.group(2)),
                Long.parseLong(m.group(3))))
        : Optional.empty();
  }

  /** What the child last said; a child of another make may say nothing, or nonsense. */
  private static Progress progress(RunDirectory run) throws IOException {
    try {
      return PROGRESS.readValue(Files.readString(run.paths().progress()));
    } catch (NoSuchFileException | JsonProcessingException _) {
      return Progress.NONE;
    }
  }
}
