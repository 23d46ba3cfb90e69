package io.weirworks.standalone.platform;

import io.weirworks.infra.server.FolderLock;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.platform.ComponentStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All that runs over one data folder: broker, database and services. Its processes outlive whoever
 * started them, and are found again, by {@code up} as well as by {@code down}.
 */
public final class Platform {

  private static final Duration READY_LIMIT = Duration.ofMinutes(3);
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(4);

  private static final UpView NOBODY =
      new UpView() {
        @Override
        public void line(String text) {}

        @Override
        public void fetchingSpark(int jarsDone, int jarsTotal, long bytes) {}
      };

  private final DataFolder data;
  private final Programs programs;
  private final Map<String, String> environment;

  /**
   * @param environment names ports and passwords, as {@link System#getenv()}
   */
  public Platform(DataFolder data, Programs programs, Map<String, String> environment) {
    this.data = data;
    this.programs = programs;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts what is missing and returns when all is ready.
   *
   * @param view is told of each part that is ready
   * @throws StandaloneException {@code NOT_READY} with the end of a log, {@code RUNS_DIFFERENTLY}
   */
  public void up(PlatformRequest request, UpView view) {
    data.create();
    lock()
        .holding(
            () -> {
              PlatformSettings settings = settings(request);
              settings.remember(data);
              PlatformParts parts = PlatformParts.of(data, settings, programs, environment, view);
              new Start(parts, view, READY_LIMIT).run();
              return parts;
            });
  }

  /** Ends everything that is ours, services first; data stays. */
  public void down(Consumer<String> tell) {
    if (!data.exists()) {
      return;
    }
    lock()
        .holding(
            () -> {
              PlatformParts parts = parts(remembered());
              parts.services().forEach(process -> stop(process, tell));
              parts.servers().forEach(process -> stop(process, tell));
              PlatformSettings.forget(data);
              return parts;
            });
  }

  /** Each part as it is now: broker, database, then the services, those not installed included. */
  public List<ComponentStatus> status() {
    if (!data.exists()) {
      return List.of();
    }
    PlatformParts parts = parts(remembered());
    List<ComponentStatus> all = new ArrayList<>();
    parts.servers().forEach(process -> all.addAll(process.status()));
    parts.services().forEach(process -> all.addAll(process.status()));
    List<ServiceProgram> installed = programs.installed();
    programs.all().stream()
        .filter(program -> !installed.contains(program))
        .forEach(program -> all.add(ComponentStatus.notInstalled(program.service().id())));
    return List.copyOf(all);
  }

  /** Process ids of all that runs and is ours. */
  public List<Long> pids() {
    if (!data.exists()) {
      return List.of();
    }
    return processes(parts(remembered()))
        .map(PlatformProcess::pid)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .toList();
  }

  /** Names of those processes of ours that do not run. */
  public List<String> stopped() {
    return processes(parts(remembered()))
        .filter(process -> !(process instanceof ExternalServer) && !runs(process))
        .map(PlatformProcess::name)
        .toList();
  }

  /**
   * Where the broker is.
   *
   * @throws StandaloneException {@code NOT_RUNNING}
   */
  public String bootstrapServers() {
    return requireBroker().bootstrapServers().get();
  }

  private PlatformParts requireBroker() {
    PlatformParts parts = data.exists() ? parts(remembered()) : null;
    boolean there =
        parts != null
            && parts.servers().getFirst().status().stream()
                .anyMatch(broker -> broker.state() != State.STOPPED && broker.ready());
    if (parts == null || !there) {
      throw new StandaloneException(
          StandaloneException.Code.NOT_RUNNING,
          "no platform runs over %s; start it with: weirworks up --detach".formatted(data.path()));
    }
    return parts;
  }

  /**
   * Where a service takes HTTP: host and port.
   *
   * @throws StandaloneException {@code NOT_RUNNING}
   */
  public String address(Service service) {
    requireBroker();
    return new ServicePorts(data, environment).address(service);
  }

  /** How the platform is run, or would be. */
  public PlatformSettings settings() {
    return data.exists() ? remembered() : PlatformSettings.standard();
  }

  private PlatformSettings settings(PlatformRequest request) {
    PlatformSettings before = remembered();
    PlatformSettings wanted = request.over(before);
    List<String> running =
        processes(parts(before)).filter(Platform::runs).map(PlatformProcess::name).toList();
    if (!running.isEmpty() && !wanted.equals(before)) {
      throw new StandaloneException(
          StandaloneException.Code.RUNS_DIFFERENTLY,
          "%s runs with %s and cannot change to %s; stop it first with: weirworks down"
              .formatted(String.join(", ", running), before, wanted));
    }
    return wanted;
  }

  private PlatformSettings remembered() {
    return PlatformSettings.remembered(data).orElseGet(PlatformSettings::standard);
  }

  private PlatformParts parts(PlatformSettings settings) {
    return PlatformParts.of(data, settings, programs, environment, NOBODY);
  }

  private static Stream<PlatformProcess> processes(PlatformParts parts) {
    return Stream.concat(parts.servers().stream(), parts.services().stream());
  }

  private static boolean runs(PlatformProcess process) {
    return process.pid().isPresent();
  }

  private static void stop(PlatformProcess process, Consumer<String> tell) {
    if (runs(process)) {
      process.stop();
      tell.accept("%-10s stopped".formatted(process.name()));
    }
  }

  private FolderLock lock() {
    return new FolderLock(data.run().resolve("lock"), LOCK_LIMIT);
  }
}
