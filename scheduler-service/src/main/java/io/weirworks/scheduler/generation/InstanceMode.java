package io.weirworks.scheduler.generation;

/** With which day a deployment begins (dataworks-semantics 3.3). */
public enum InstanceMode {
  /** With the next night's generation. */
  T_PLUS_1,
  /** With the day of the deployment. */
  IMMEDIATELY
}
