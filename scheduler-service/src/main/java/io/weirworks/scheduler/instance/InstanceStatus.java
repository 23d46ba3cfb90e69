package io.weirworks.scheduler.instance;

/** How far a node instance is, as lists and filters show it (dataworks-semantics 3.5). */
public enum InstanceStatus {
  NOT_RUN,
  WAIT_TIME,
  WAIT_RESOURCE,
  RUNNING,
  FAILURE,
  SUCCESS
}
