package io.weirworks.registry.flowspec;

/**
 * A value of a closed vocabulary of FlowSpec. Read without regard to letter case, since exports
 * write {@code scheduler} and {@code Scheduler}.
 */
public interface Term {

  /** How it is written. */
  String text();

  /** How it is written elsewhere in the vendor's documents. */
  default String alias() {
    return text();
  }

  /** Whether {@code written} means this. */
  default boolean isSpelled(String written) {
    return text().equalsIgnoreCase(written) || alias().equalsIgnoreCase(written);
  }
}
