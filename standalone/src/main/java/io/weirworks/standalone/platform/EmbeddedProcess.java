package io.weirworks.standalone.platform;

import io.weirworks.infra.process.LogTail;
import io.weirworks.infra.server.EmbeddedServer;
import io.weirworks.standalone.platform.ComponentStatus.State;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The embedded broker or database.
 *
 * @param address host and port, asked for only while it runs: asking chooses a port
 */
record EmbeddedProcess(String name, EmbeddedServer server, Supplier<String> address)
    implements PlatformProcess {

  @Override
  public void start() {
    server.start();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public OptionalLong pid() {
    return server.isRunning() ? OptionalLong.of(server.pid()) : OptionalLong.empty();
  }

  @Override
  public List<ComponentStatus> status() {
    String log = server.folder().log().toString();
    OptionalLong pid = pid();
    if (pid.isEmpty()) {
      return List.of(
          new ComponentStatus(name, name, State.STOPPED, null, null, false, "not running", log));
    }
    Readiness readiness = ReadinessProbe.tcp(address.get());
    return List.of(
        new ComponentStatus(
            name,
            name,
            State.RUNNING,
            pid.getAsLong(),
            address.get(),
            readiness.ready(),
            readiness.reason(),
            log));
  }

  @Override
  public String logTail() {
    return LogTail.of(server.folder().log());
  }
}
