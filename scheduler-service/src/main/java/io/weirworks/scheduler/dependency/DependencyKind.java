package io.weirworks.scheduler.dependency;

/** What makes an instance depend on another (dataworks-semantics 3.6, 3.7). */
public enum DependencyKind {
  /** The upstream's instance of the same date. */
  SAME_CYCLE,
  /** The instance of another node of the cycle before. */
  CROSS_CYCLE,
  /** The node's own instance of the cycle before. */
  SELF
}
