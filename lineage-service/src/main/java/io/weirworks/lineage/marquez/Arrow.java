package io.weirworks.lineage.marquez;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An edge of Marquez's graphs, from node to node by their ids; data flows that way. */
public record Arrow(String origin, String destination) implements Comparable<Arrow> {

  private static final Comparator<Arrow> ORDER =
      Comparator.comparing(Arrow::origin).thenComparing(Arrow::destination);

  @Override
  public int compareTo(Arrow other) {
    return ORDER.compare(this, other);
  }

  /** Those that leave each node. */
  public static Map<String, List<Arrow>> leaving(Collection<Arrow> arrows) {
    return arrows.stream().collect(Collectors.groupingBy(Arrow::origin));
  }

  /** Those that enter each node. */
  public static Map<String, List<Arrow>> entering(Collection<Arrow> arrows) {
    return arrows.stream().collect(Collectors.groupingBy(Arrow::destination));
  }

  /** The other way round. */
  public Arrow turned() {
    return new Arrow(/* origin= */ destination, /* destination= */ origin);
  }
}
