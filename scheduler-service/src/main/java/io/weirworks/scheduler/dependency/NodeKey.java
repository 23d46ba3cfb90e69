package io.weirworks.scheduler.dependency;

import java.util.Comparator;

/** A node: by the names that people use where drafts are read, by ids where it is deployed. */
public record NodeKey(String workflow, String node) implements Comparable<NodeKey> {
  private static final Comparator<NodeKey> ORDER =
      Comparator.comparing(NodeKey::workflow).thenComparing(NodeKey::node);

  @Override
  public int compareTo(NodeKey other) {
    return ORDER.compare(this, other);
  }
}
