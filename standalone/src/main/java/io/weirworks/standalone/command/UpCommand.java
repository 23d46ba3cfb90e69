package io.weirworks.standalone.command;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.Waiting;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.platform.Platform;
import io.weirworks.standalone.platform.PlatformRequest;
import io.weirworks.standalone.platform.UpView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts what is missing; in the foreground it stops everything on Ctrl-C. */
@Command(
    name = "up",
    description = {
      "Start the platform: broker, database and services; what runs already stays as it is.",
      "Without --detach it stays in the foreground and Ctrl-C stops everything."
    })
final class UpCommand implements Callable<Integer> {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ServersOption servers;

  @Option(names = "--detach", description = "Return when all is ready; 'down' stops it.")
  private boolean detach;

  @Option(
      names = "--no-spark",
      description = {
        "Without Spark and its warehouse; other nodes run. Spark is $SPARK_HOME, or else fetched once",
        "from the Maven repositories of your settings."
      })
  private boolean noSpark;

  @Option(
      names = "--clock-offset",
      paramLabel = "D",
      description = "Shift the platform's clock, such as 3d or -12h.")
  private @Nullable String clockOffset;

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
    this.servers = new ServersOption(surroundings);
  }

  @Override
  public Integer call() {
    PlatformRequest request = request();
    Platform wanted = platform.platform();
    UpView view = new PrintedUpView(surroundings);
    if (detach) {
      wanted.up(request, view);
      surroundings.print("up; stop it with: weirworks down");
      return 0;
    }
    Thread end = new Thread(endOf(wanted, Thread.currentThread()), "down");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      wanted.up(request, view);
    } catch (StandaloneException | InfraException e) {
      // What ran before, or failed to start, is not ended for it: it may be looked at.
      keepRunning(end);
      throw e;
    }
    surroundings.print("up; Ctrl-C stops everything");
    watch(wanted);
    return 0;
  }

  private Runnable endOf(Platform platformThatRuns, Thread starting) {
    return () -> {
      starting.interrupt();
      platformThatRuns.down(surroundings::print);
    };
  }

  /** Unless Ctrl-C made the start fail: then everything ends. */
  private static void keepRunning(Thread end) {
    if (!Thread.currentThread().isInterrupted()) {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private PlatformRequest request() {
    return servers.request(
        noSpark ? Optional.of(false) : Optional.empty(),
        Optional.ofNullable(clockOffset).map(OffsetDuration::parse));
  }

  /** Until nothing runs any more: somebody else may stop it too. */
  private void watch(Platform running) {
    List<Long> before = running.pids();
    while (!before.isEmpty()) {
      Waiting.until(LOOK_EVERY, () -> false);
      List<Long> now = running.pids();
      if (!now.isEmpty() && !now.containsAll(before)) {
        surroundings.print(
            "a process ended; 'weirworks status' shows which, 'weirworks up --detach' starts it again");
      }
      before = now;
    }
  }
}
