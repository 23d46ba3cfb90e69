package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * {@code SELECT `(a|b)?+.+`}: Hive (without quoted identifiers) and Spark (with {@code
 * quotedRegexColumnNames}) read a quoted name as a pattern; of patterns this is the one that
 * scripts use, for all columns but a and b.
 */
final class ColumnPatterns {
  private static final Pattern ALL_BUT = Pattern.compile("\\((\\w+(?:\\|\\w+)*)\\)\\?\\+\\.\\+");

  private ColumnPatterns() {}

  /** The columns that a SELECT item means by a pattern; empty if it is none. */
  static Optional<List<RelationColumn>> columns(ParserRuleContext core, Scope scope) {
    return ColumnMentions.parts(core)
        .flatMap(parts -> columns(parts.subList(0, parts.size() - 1), parts.getLast(), scope));
  }

  private static Optional<List<RelationColumn>> columns(
      List<String> qualifier, String name, Scope scope) {
    Matcher pattern = ALL_BUT.matcher(name);
    if (!name.startsWith("(") || !pattern.matches()) {
      return Optional.empty();
    }
    Set<String> except =
        Arrays.stream(pattern.group(1).toLowerCase(Locale.ROOT).split("\\|"))
            .collect(Collectors.toUnmodifiableSet());
    return Optional.of(
        qualifier.isEmpty() ? Stars.all(scope, except) : Stars.of(qualifier, scope, except));
  }
}
