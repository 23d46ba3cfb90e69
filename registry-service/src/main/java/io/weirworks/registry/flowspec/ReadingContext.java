package io.weirworks.registry.flowspec;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of one document shares: what can be referred to, the problems found so far, and
 * how much it may still grow.
 */
final class ReadingContext {
  private final Definitions definitions;
  private final Problems problems;
  private final SpecVersion version;
  private long left = FlowSpecLimits.MAX_EXPANDED;

  ReadingContext(Definitions definitions, Problems problems, SpecVersion version) {
    this.definitions = definitions;
    this.problems = problems;
    this.version = version;
  }

  Problems problems() {
    return problems;
  }

  SpecVersion version() {
    return version;
  }

  /**
   * What the reference {@code value} names in {@code section}; a problem where it names nothing.
   */
  @Nullable Located resolve(Located value, Section section) {
    Reference reference = Reference.parse(value.node().asText());
    if (reference == null) {
      String expected =
          section.noun() + " or a reference to one such as {{" + section.key() + ".id}}";
      problems.add(RejectionCode.WRONG_TYPE, value.path(), value.shown(), expected);
      return null;
    }
    Located target = reference.find(section, definitions);
    if (target == null) {
      problems.add(
          RejectionCode.UNRESOLVED_REFERENCE,
          value.path(),
          value.shown(),
          () -> reference.expected(section, definitions));
    }
    return target;
  }

  /**
   * Whether {@code size} more characters may be read. References to references can grow a small
   * document without bound.
   */
  boolean mayGrow(String path, long size) {
    boolean wasWithin = left >= 0;
    left -= size;
    if (left < 0 && wasWithin) {
      problems.add(
          RejectionCode.DOCUMENT_TOO_LARGE,
          path,
          "",
          "at most " + FlowSpecLimits.MAX_EXPANDED + " characters after references are resolved");
    }
    return left >= 0;
  }
}
