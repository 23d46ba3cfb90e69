package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.Flow;
import java.util.Arrays;
import java.util.List;

/** Whether an edge that one source tells and the other does not is as a rule says. */
@FunctionalInterface
interface Fit {
  Fit NEVER = (link, own, other) -> false;

  /**
   * @param own what the source tells that tells the edge
   * @param other what the other one tells
   */
  boolean fits(Link link, ToldEdges own, ToldEdges other);

  /** Of these flows, whatever the other one says. */
  static Fit of(Flow... flows) {
    return (link, own, other) -> List.of(flows).contains(link.flow());
  }

  /** The other one tells the same by another flow. */
  static Fit as(Flow here, Flow there) {
    return (link, own, other) -> link.flow() == here && other.columns().contains(link.by(there));
  }

  /** The other one tells another flow from the same column into the same dataset. */
  static Fit beside(Flow here, Flow there) {
    return (link, own, other) ->
        link.flow() == here
            && other.columns().stream().anyMatch(one -> one.isBeside(link) && one.flow() == there);
  }

  static Fit any(Fit... fits) {
    return (link, own, other) -> Arrays.stream(fits).anyMatch(fit -> fit.fits(link, own, other));
  }
}
