package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.References;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColumnReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CurrentLikeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DereferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierContext;

/**
 * Where an expression names a column, or what may be one: a variable, a function without
 * parentheses.
 */
final class ColumnMentions {
  private final Reading reading;

  ColumnMentions(Reading reading) {
    this.reading = reading;
  }

  /** {@code DEFAULT}, unquoted, is the value that the written column has by itself. */
  Sources resolve(ColumnReferenceContext reference, Scope scope) {
    return reference.getStart().getType() == SqlBaseLexer.DEFAULT
        ? Sources.NONE
        : named(List.of(Names.of(reference.identifier())), scope);
  }

  /** {@code a.b.c}; empty if it hangs on something else than a name. */
  Optional<Sources> resolve(DereferenceContext dereference, Scope scope) {
    return parts(dereference).map(parts -> named(parts, scope));
  }

  /** {@code user}, {@code current_date} without parentheses are columns where one has the name. */
  Sources resolve(CurrentLikeContext function, Scope scope) {
    return References.listed(List.of(function.getText()), scope).orElse(Sources.NONE);
  }

  /** A column, or a variable where no column of that name is listed. */
  Sources named(List<String> parts, Scope scope) {
    return reading
        .session()
        .variables()
        .value(parts)
        .filter(value -> References.listed(parts, scope).isEmpty())
        .map(reading::used)
        .orElseGet(() -> References.resolve(parts, scope));
  }

  /** The parts of {@code a.b.c}; empty if it is something else, or hangs on something else. */
  static Optional<List<String>> parts(ParserRuleContext mention) {
    List<String> parts = new ArrayList<>();
    ParserRuleContext base = mention;
    while (base instanceof DereferenceContext part) {
      parts.add(Names.of(part.fieldName));
      base = part.base;
    }
    if (base instanceof ColumnReferenceContext first) {
      parts.add(Names.of(first.identifier()));
      Collections.reverse(parts);
      return Optional.of(parts);
    }
    return Optional.empty();
  }

  /** The last names of the columns that an expression refers to, in lower case. */
  static Set<String> in(ParserRuleContext expression) {
    Set<String> names = new HashSet<>();
    Deque<ParserRuleContext> waiting = new ArrayDeque<>(List.of(expression));
    while (!waiting.isEmpty()) {
      switch (waiting.pop()) {
        case ColumnReferenceContext reference -> names.add(lower(reference.identifier()));
        case DereferenceContext dereference -> names.add(lower(dereference.fieldName));
        case ParserRuleContext part -> Expressions.push(part, waiting);
      }
    }
    return names;
  }

  private static String lower(IdentifierContext name) {
    return Names.of(name).toLowerCase(Locale.ROOT);
  }
}
