package io.weirworks.scheduler.recurrence;

import java.io.Serial;

/** A cron expression was refused; {@link #fault()} says why. */
public final class InvalidCronException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient CronFault fault;

  InvalidCronException(CronFault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  public CronFault fault() {
    return fault;
  }
}
