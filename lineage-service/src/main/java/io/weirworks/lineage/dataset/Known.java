package io.weirworks.lineage.dataset;

import java.util.Comparator;
import java.util.List;

/**
 * An edge with who says it.
 *
 * @param saidBy each writer once, latest word first; never empty
 */
public record Known<E extends Edge>(E edge, List<Provenance> saidBy) {

  public Known {
    saidBy =
        saidBy.stream()
            .sorted(
                Comparator.comparing(Provenance::last)
                    .reversed()
                    .thenComparing(provenance -> provenance.writer().key()))
            .toList();
  }

  public Provenance latest() {
    return saidBy.getFirst();
  }

  /** The latest word of it. */
  public Confirmation by() {
    return latest().last();
  }
}
