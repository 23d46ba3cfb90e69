package io.weirworks.lineage.impact;

import java.util.List;

/**
 * As much of a list as a record holds.
 *
 * @param total how many there are
 */
public record Bounded<T>(List<T> shown, int total) {

  public Bounded {
    shown = List.copyOf(shown);
  }

  static <T> Bounded<T> of(List<T> all, int most) {
    return new Bounded<>(all.subList(0, Math.min(most, all.size())), all.size());
  }

  public boolean truncated() {
    return shown.size() < total;
  }
}
