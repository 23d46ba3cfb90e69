package io.weirworks.scheduler.identity;

import java.util.UUID;

/** The signal for an instance of a trigger node. */
public record SignalId(UUID value) {

  /** The signal for this instance, which need not exist yet. */
  public static SignalId of(NodeInstanceId nodeInstance) {
    return new SignalId(DerivedId.of("signal", nodeInstance.value().toString()));
  }
}
