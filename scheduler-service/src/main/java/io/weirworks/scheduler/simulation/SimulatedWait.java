package io.weirworks.scheduler.simulation;

/** What a simulated instance waits for before it ends; the closed list. */
public enum SimulatedWait {
  /** It has declared upstreams and none has an instance: it never starts. */
  ISOLATED,
  /** The instances that it depends on. */
  UPSTREAM,
  /** Its scheduled time. */
  SCHEDULED_TIME,
  /** A runner and compute units. */
  RESOURCE
}
