package io.weirworks.executor.engine.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Ends the process tree of a run directory: TERM, grace, KILL of the group, sweep by tag
 * (engines.md 9).
 */
final class TreeEnder {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration KILL_BOUND = Duration.ofSeconds(10);

  private final ProcessTable processes;

  TreeEnder(ProcessTable processes) {
    this.processes = processes;
  }

  /** Returns what is still alive after all that: nothing, as a rule. */
  List<Long> end(RunDirectory run, Duration grace) throws IOException, InterruptedException {
    if (processes.members(run).isEmpty()) {
      return List.of();
    }
    terminate(run);
    if (awaitEnd(run, grace, () -> {}).isEmpty()) {
      return List.of();
    }
    return awaitEnd(run, KILL_BOUND, () -> kill(run));
  }

  /**
   * The supervisor passes TERM on to its group; what is outside of that, or has lost its
   * supervisor, gets its own.
   */
  private void terminate(RunDirectory run) throws IOException {
    var supervisor = run.supervisor().filter(processes::isAlive);
    if (supervisor.isPresent()) {
      ProcessHandle.of(supervisor.get().pid()).ifPresent(ProcessHandle::destroy);
    } else {
      processes
          .members(run)
          .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
    }
  }

  private void kill(RunDirectory run) throws IOException, InterruptedException {
    var supervisor = run.supervisor().filter(processes::isAlive);
    if (supervisor.isPresent()) {
      // One signal for the whole group: nobody in it can fork away between two.
      new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + supervisor.get().pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
    processes
        .members(run)
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  private List<Long> awaitEnd(RunDirectory run, Duration bound, Step beforeEachLook)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + bound.toNanos();
    while (true) {
      beforeEachLook.run();
      var alive = processes.members(run);
      if (alive.isEmpty() || System.nanoTime() - deadline >= 0) {
        return alive;
      }
      Thread.sleep(POLL);
    }
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }
}
