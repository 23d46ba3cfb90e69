package io.weirworks.registry.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects the problems of one check, so that all are told at once; bounded, since a document is a
 * stranger's.
 */
public final class Problems {
  static final int MOST_KEPT = 200;

  private final Set<Problem> found = new LinkedHashSet<>();

  /**
   * Notes a problem once, however often it is met (a shared script is read at each use); after
   * {@value #MOST_KEPT} the rest is dropped.
   */
  public void add(RejectionCode code, String path, String value, String expected) {
    if (!isFull()) {
      found.add(new Problem(code, path, value, expected));
    }
  }

  /**
   * Notes a problem where to say what would be right takes a search, which nobody should have us do
   * without bound.
   */
  public void add(RejectionCode code, String path, String value, Supplier<String> expected) {
    if (!isFull()) {
      add(code, path, value, expected.get());
    }
  }

  private boolean isFull() {
    return found.size() >= MOST_KEPT;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }
}
