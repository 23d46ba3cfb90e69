package io.weirworks.registry.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the problems of one check, so that all are told at once; bounded, since a document is a
 * stranger's.
 */
public final class Problems {
  static final int MOST_KEPT = 1_000;

  private final Set<Problem> found = new LinkedHashSet<>();

  /**
   * Notes a problem once, however often it is met (a shared script is read at each use); after
   * {@value #MOST_KEPT} the rest is dropped.
   */
  public void add(RejectionCode code, String path, String value, String expected) {
    if (found.size() < MOST_KEPT) {
      found.add(new Problem(code, path, value, expected));
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }
}
