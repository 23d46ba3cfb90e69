package io.weirworks.standalone.platform;

/**
 * Whether a part of the platform does its work.
 *
 * @param reason why not; empty when ready
 */
public record Readiness(boolean ready, String reason) {

  static final Readiness READY = new Readiness(true, "");

  static Readiness not(String reason) {
    return new Readiness(false, reason);
  }
}
