package io.weirworks.registry.workflow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the code of an assignment node and of a loop's END may not hold, since its last line is a
 * value (dataworks-semantics 4.2, 4.6).
 */
final class CodeRule {
  private static final String SHEBANG = "#!";

  private CodeRule() {}

  /** What would be right; empty: the code is. */
  static Optional<String> fault(NodeType type, boolean sql, String content) {
    if (!type.isOfAnyLanguage()) {
      return Optional.empty();
    }
    if (sql && content.strip().toLowerCase(Locale.ROOT).startsWith("with ")) {
      return Optional.of("SQL that does not begin with WITH");
    }
    return lines(content).anyMatch(line -> isComment(line, sql))
        ? Optional.of("code without comments")
        : Optional.empty();
  }

  /** The first line may say which shell it is for. */
  private static Stream<String> lines(String content) {
    return content.lines().map(String::strip).skip(content.startsWith(SHEBANG) ? 1 : 0);
  }

  private static boolean isComment(String line, boolean sql) {
    return sql ? line.startsWith("--") || line.startsWith("/*") : line.startsWith("#");
  }
}
