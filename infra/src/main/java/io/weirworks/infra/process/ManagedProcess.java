package io.weirworks.infra.process;

import io.weirworks.infra.InfraException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A child process that outlives us and that we find again. It runs in a session of its own (a
 * Ctrl-C in our terminal does not reach it), reads nothing, writes to a file, and is known by its
 * {@link ProcessIdentity}, which every signal compares first: a process that merely has the pid is
 * never touched.
 */
public final class ManagedProcess {

  private static final Duration IDENTITY_LIMIT = Duration.ofSeconds(30);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(30);

  /**
   * The child tells its identity itself before it becomes the program: were it us, our death in
   * between would leave a process that nobody finds.
   */
  private static final String TELL_IDENTITY_THEN_RUN =
      """
      pid_file=$1
      shift
      command -v "$1" >/dev/null || { echo "no such program: $1"; exit 127; }
      stat=$(cat /proc/$$/stat)
      start=$(printf %s "${stat##*) }" | cut -d ' ' -f 20)
      printf '%s %s %s\\n' "$$" "$start" "$(cat /proc/sys/kernel/random/boot_id)" >"$pid_file.$$"
      mv -f "$pid_file.$$" "$pid_file"
      exec "$@"
      """;

  private final ProcessIdentity identity;

  private ManagedProcess(ProcessIdentity identity) {
    this.identity = identity;
  }

  /**
   * Starts it and returns when its identity is in the pid file.
   *
   * @throws InfraException {@code PROCESS_NOT_STARTED} with the tail of its log
   */
  public static ManagedProcess start(Launch launch) {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", TELL_IDENTITY_THEN_RUN));
    command.addAll(List.of("sh", launch.pidFile().toAbsolutePath().toString()));
    command.addAll(launch.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(launch.directory().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.environment().putAll(launch.environment());
    try {
      Files.deleteIfExists(launch.pidFile());
      Process child = builder.start();
      Waiting.until(IDENTITY_LIMIT, () -> Files.exists(launch.pidFile()) || !child.isAlive());
      return find(launch.pidFile()).orElseThrow(() -> endedAtOnce(launch, null));
    } catch (IOException e) {
      throw endedAtOnce(launch, e);
    }
  }

  /** The process whose identity the file holds, if it still runs. */
  public static Optional<ManagedProcess> find(Path pidFile) {
    try {
      return ProcessIdentity.parse(Files.readString(pidFile))
          .filter(ProcessIdentity::isAlive)
          .map(ManagedProcess::new);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  public ProcessIdentity identity() {
    return identity;
  }

  public boolean isAlive() {
    return identity.isAlive();
  }

  /** Asks it to end (SIGTERM), also when frozen, waits, then kills it. Returns when it is gone. */
  public void terminate(Duration grace) {
    signal("TERM");
    signal("CONT");
    if (!Waiting.until(grace, () -> !isAlive())) {
      kill();
    }
  }

  /** Ends it without a last word (SIGKILL). Returns when it is gone. */
  public void kill() {
    signal("KILL");
    if (!Waiting.until(KILL_LIMIT, () -> !isAlive())) {
      throw new InfraException(
          InfraException.Code.PROCESS_NOT_SIGNALLED,
          "process " + identity.pid() + " still runs " + KILL_LIMIT.toSeconds() + " s after KILL");
    }
  }

  /** Stops it in mid-air (SIGSTOP). */
  public void freeze() {
    signal("STOP");
  }

  /** Lets a frozen one go on (SIGCONT). */
  public void thaw() {
    signal("CONT");
  }

  /** Java's own handles know neither STOP nor CONT, so the shell's built-in sends all of them. */
  private void signal(String name) {
    if (!isAlive()) {
      return;
    }
    try {
      int status =
          new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, "" + identity.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0 && isAlive()) {
        throw new InfraException(
            InfraException.Code.PROCESS_NOT_SIGNALLED,
            "process "
                + identity.pid()
                + " did not take signal "
                + name
                + "; is it another user's?");
      }
    } catch (IOException e) {
      throw new InfraException(
          InfraException.Code.PROCESS_NOT_SIGNALLED, "no shell 'sh' to send signals with", e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private static InfraException endedAtOnce(Launch launch, @Nullable IOException cause) {
    return new InfraException(
        InfraException.Code.PROCESS_NOT_STARTED,
        "%s ended at once; the end of its log %s:%n%s"
            .formatted(launch.command().getFirst(), launch.log(), LogTail.of(launch.log())),
        cause);
  }
}
