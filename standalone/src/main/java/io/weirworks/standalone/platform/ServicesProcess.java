package io.weirworks.standalone.platform;

import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.LogTail;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.standalone.platform.ComponentStatus.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JVM that hosts one service or several. It outlives us and is found again by its pid file.
 *
 * @param heapMebibytes its largest heap
 */
record ServicesProcess(
    String name,
    List<ServiceProgram> programs,
    int heapMebibytes,
    DataFolder data,
    String classPath,
    ServiceEnvironment environment,
    ReadinessProbe probe)
    implements PlatformProcess {

  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  ServicesProcess {
    programs = List.copyOf(programs);
  }

  /** Starts it anew where it runs and was told otherwise. */
  @Override
  public void start() {
    Map<String, String> variables = environment.of(programs);
    ToldEnvironment told = new ToldEnvironment(data, name);
    if (running().isPresent() && told.is(variables)) {
      return;
    }
    stop();
    launch(variables);
    told.keep(variables);
  }

  private void launch(Map<String, String> told) {
    programs.forEach(program -> environment.ports().requireFree(program.service()));
    Map<String, String> variables = new HashMap<>(told);
    variables.put("CLASSPATH", classPath);
    ManagedProcess.start(
        new Launch(command(), variables, data.path(), data.log(name), data.pidFile(name)));
  }

  private List<String> command() {
    List<String> mains = programs.stream().map(ServiceProgram::mainClass).toList();
    return programs.size() == 1
        ? JavaCommand.of(heapMebibytes, mains.getFirst(), List.of())
        : JavaCommand.of(heapMebibytes, ServicesMain.class.getName(), mains);
  }

  @Override
  public void stop() {
    running().ifPresent(process -> process.terminate(STOP_GRACE));
  }

  @Override
  public OptionalLong pid() {
    return running()
        .map(process -> OptionalLong.of(process.identity().pid()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public List<ComponentStatus> status() {
    OptionalLong pid = pid();
    return programs.stream().map(program -> status(program, pid)).toList();
  }

  private ComponentStatus status(ServiceProgram program, OptionalLong pid) {
    String id = program.service().id();
    String log = data.log(name).toString();
    if (pid.isEmpty()) {
      return new ComponentStatus(id, name, State.STOPPED, null, null, false, "not running", log);
    }
    String address = environment.ports().address(program.service());
    Readiness readiness = probe.http(address);
    return new ComponentStatus(
        id,
        name,
        State.RUNNING,
        pid.getAsLong(),
        address,
        readiness.ready(),
        readiness.reason(),
        log);
  }

  @Override
  public String logTail() {
    return LogTail.of(data.log(name));
  }

  private Optional<ManagedProcess> running() {
    return ManagedProcess.find(data.pidFile(name));
  }
}
