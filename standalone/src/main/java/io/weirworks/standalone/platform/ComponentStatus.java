package io.weirworks.standalone.platform;

import org.jspecify.annotations.Nullable;

/**
 * One part of the platform as it is now.
 *
 * @param name {@code kafka}, {@code database} or a service
 * @param process the process that holds it: several services may share one
 * @param pid null where no process of ours runs
 * @param address host and port; null where it has none yet
 * @param reason why it is not ready; empty when it is
 * @param log file of the process; null where there is none
 */
public record ComponentStatus(
    String name,
    String process,
    State state,
    @Nullable Long pid,
    @Nullable String address,
    boolean ready,
    String reason,
    @Nullable String log) {

  /** What became of the part. */
  public enum State {
    RUNNING,
    STOPPED,
    /** Somebody else runs it. */
    EXTERNAL,
    /** Its classes are not on the class path. */
    NOT_INSTALLED
  }

  static ComponentStatus notInstalled(String name) {
    return new ComponentStatus(
        name, "", State.NOT_INSTALLED, null, null, false, "not part of this build", null);
  }
}
