package io.weirworks.infra.server;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.LogTail;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.infra.process.Waiting;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server that we run as a child process over a folder of data. It survives our death; the next
 * start over the same folder adopts it, or starts it again with the same data and the same ports.
 */
public abstract class EmbeddedServer implements AutoCloseable {

  /**
   * Generous: on a loaded machine a start took ten times as long as on an idle one (platform 2).
   */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  private final String name;
  private final ServerFolder folder;
  private final FolderLock lock;
  private @Nullable ManagedProcess process;

  /**
   * @param name for messages
   */
  protected EmbeddedServer(String name, ServerFolder folder) {
    this.name = name;
    this.folder = folder;
    this.lock = new FolderLock(folder.file("lock"), START_LIMIT);
  }

  /** Makes ready what the server finds when it starts: settings always, its first data once. */
  protected abstract Launch prepare();

  /** Whether it answers a client of its own kind; asked again and again. */
  protected abstract boolean answers();

  /** Tidies up when a server that we launched answers. */
  protected void ready() {}

  public final ServerFolder folder() {
    return folder;
  }

  /**
   * Returns when it answers; one that runs over this folder already is adopted.
   *
   * @throws InfraException {@code SERVER_NOT_READY} with the end of its log, {@code PORT_IN_USE}
   */
  public final synchronized void start() {
    process = lock.holding(() -> running().map(this::adopt).orElseGet(this::launch));
  }

  /** Ends it in good order; its data stays. */
  public final synchronized void stop() {
    running().ifPresent(found -> found.terminate(STOP_GRACE));
  }

  /** Ends it as a crash would (SIGKILL); its data stays. */
  public final synchronized void kill() {
    required().kill();
  }

  /** Stops it in mid-air (SIGSTOP). */
  public final synchronized void freeze() {
    required().freeze();
  }

  /** Lets it go on after {@link #freeze()}. */
  public final synchronized void thaw() {
    required().thaw();
  }

  /** Kills it and removes its folder but for the log: what a test leaves. */
  public final synchronized void discard() {
    running().ifPresent(ManagedProcess::kill);
    Folders.deleteAllBut(folder.path(), folder.log());
  }

  public final synchronized boolean isRunning() {
    return running().isPresent();
  }

  /**
   * The process id of the server, of this start.
   *
   * @throws InfraException {@code NOT_RUNNING}
   */
  public final synchronized long pid() {
    return required().identity().pid();
  }

  @Override
  public final void close() {
    stop();
  }

  private Optional<ManagedProcess> running() {
    return Optional.ofNullable(process)
        .filter(ManagedProcess::isAlive)
        .or(() -> ManagedProcess.find(folder.pidFile()));
  }

  private ManagedProcess required() {
    return running()
        .orElseThrow(
            () ->
                new InfraException(
                    InfraException.Code.NOT_RUNNING,
                    name + " in " + folder.path() + " does not run"));
  }

  private ManagedProcess adopt(ManagedProcess found) {
    awaitAnswer(found);
    return found;
  }

  private ManagedProcess launch() {
    ManagedProcess started = ManagedProcess.start(prepare());
    try {
      awaitAnswer(started);
    } catch (InfraException e) {
      started.kill();
      throw e;
    }
    ready();
    return started;
  }

  private void awaitAnswer(ManagedProcess server) {
    boolean inTime = Waiting.until(START_LIMIT, () -> !server.isAlive() || answers());
    if (inTime && server.isAlive()) {
      return;
    }
    String how =
        inTime ? "ended while it started" : "gave no answer in " + START_LIMIT.toSeconds() + " s";
    throw new InfraException(
        InfraException.Code.SERVER_NOT_READY,
        "%s in %s %s; the end of its log %s:%n%s"
            .formatted(name, folder.path(), how, folder.log(), LogTail.of(folder.log())));
  }
}
