package io.weirworks.registry.flowspec;

/** Which instance of the upstream is waited for (dataworks-semantics 1.7). */
public enum DependencyType implements Term {
  /** That of the same cycle. */
  NORMAL("Normal"),
  /** The node's own of the cycle before. */
  CROSS_CYCLE_SELF("CrossCycleDependsOnSelf"),
  /** Those of the node's direct children, of the cycle before. */
  CROSS_CYCLE_CHILDREN("CrossCycleDependsOnChildren"),
  /** Another node's, of the cycle before. */
  CROSS_CYCLE_OTHER_NODE("CrossCycleDependsOnOtherNode");

  private final String text;

  DependencyType(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
