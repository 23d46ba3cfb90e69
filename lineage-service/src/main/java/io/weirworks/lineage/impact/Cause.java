package io.weirworks.lineage.impact;

/** Why an impact is assessed. */
public enum Cause {
  /** A node instance that writes the datasets failed for good. */
  NODE_FAILED,
  /** A node instance that writes the datasets was cancelled. */
  NODE_CANCELLED,
  /** Somebody says that they are broken. */
  REPORTED,
  /** Somebody means to drop them. */
  DROP,
  /** Somebody means to change them. */
  CHANGE
}
