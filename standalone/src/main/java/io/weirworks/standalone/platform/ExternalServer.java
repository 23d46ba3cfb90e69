package io.weirworks.standalone.platform;

import io.weirworks.standalone.platform.ComponentStatus.State;
import java.util.List;
import java.util.OptionalLong;

/**
 * A broker or database that somebody else runs.
 *
 * @param address host and port; of several with commas the first is asked
 */
record ExternalServer(String name, String address) implements PlatformProcess {

  @Override
  public void start() {
    // somebody else does
  }

  @Override
  public void stop() {
    // somebody else does
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.empty();
  }

  @Override
  public List<ComponentStatus> status() {
    Readiness readiness = ReadinessProbe.tcp(address.split(",")[0]);
    return List.of(
        new ComponentStatus(
            name,
            name,
            State.EXTERNAL,
            null,
            address,
            readiness.ready(),
            readiness.reason(),
            null));
  }

  @Override
  public String logTail() {
    return "";
  }
}
