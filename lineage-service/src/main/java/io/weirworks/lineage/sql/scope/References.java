package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.Dependency.Direct;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a column reference means. Innermost scope first; in a scope: relation by qualifier,
 * then a listed column, then the only relation that can have an unlisted one, then an alias of the
 * SELECT list. What two could mean is unattributed, never guessed.
 */
public final class References {
  /** Computed by the engine for GROUPING SETS; no table has it. */
  private static final Set<String> PSEUDO_COLUMNS = Set.of("grouping__id", "spark_grouping_id");

  private References() {}

  /**
   * The sources of {@code [qualifier.]column[.field…]}; unattributed if nothing in reach can be
   * meant.
   */
  public static Sources resolve(List<String> parts, Scope scope) {
    if (PSEUDO_COLUMNS.contains(parts.getLast().toLowerCase(Locale.ROOT))) {
      return Sources.NONE;
    }
    return find(parts, scope).orElseGet(() -> Sources.unattributed(String.join(".", parts)));
  }

  private static Optional<Sources> find(List<String> parts, Scope scope) {
    return parts.size() == 1
        ? inwardOut(scope, level -> unqualified(parts.getFirst(), level))
        : inwardOut(scope, level -> certain(parts, level))
            .or(() -> inwardOut(scope, level -> fields(unqualified(parts.getFirst(), level))));
  }

  private interface Level {
    Optional<Sources> find(Scope scope);
  }

  /** Asks the innermost scope first; what an outer one answers is taken from there. */
  private static Optional<Sources> inwardOut(Scope scope, Level level) {
    return level.find(scope).or(() -> fromOuter(scope, level));
  }

  private static Optional<Sources> fromOuter(Scope scope, Level level) {
    Optional<Sources> found = scope.outer().flatMap(outer -> inwardOut(outer, level));
    found.ifPresent(scope::takesFromOuter);
    return found;
  }

  /**
   * A qualified column, or a field of a listed one: both leave no doubt, while any unlisted column
   * may be a struct.
   */
  private static Optional<Sources> certain(List<String> parts, Scope scope) {
    return qualified(parts, scope).or(() -> fields(only(parts.getFirst(), scope, Relation::named)));
  }

  /** A reference into a struct reads a part of the column. */
  private static Optional<Sources> fields(Optional<Sources> column) {
    return column.map(sources -> sources.through(Direct.TRANSFORMATION));
  }

  private static Optional<Sources> qualified(List<String> parts, Scope scope) {
    for (int split = parts.size() - 1; split > 0; split--) {
      List<String> qualifier = parts.subList(0, split);
      Optional<Binding> binding = binding(qualifier, scope);
      if (binding.isPresent()) {
        Optional<Sources> column = Optional.of(column(binding.get(), parts.get(split)));
        return split < parts.size() - 1 ? fields(column) : column;
      }
    }
    return Optional.empty();
  }

  /**
   * The relation that a qualifier means; the real name of an aliased table is tolerated, as other
   * engines do.
   */
  static Optional<Binding> binding(List<String> qualifier, Scope scope) {
    Optional<Binding> exact =
        scope.bindings().stream().filter(b -> b.answersTo(qualifier)).findFirst();
    return exact.or(() -> scope.bindings().stream().filter(b -> b.isNamed(qualifier)).findFirst());
  }

  private static Sources column(Binding binding, String name) {
    Relation relation = binding.relation();
    return relation
        .named(name)
        .or(() -> relation.unlisted(name))
        .or(() -> beyondSchema(relation, name))
        .orElseGet(() -> Sources.unattributed(name));
  }

  /** A table named by the reference has the column, whatever an outdated schema says. */
  private static Optional<Sources> beyondSchema(Relation relation, String name) {
    return relation.fromSchema() && relation.datasets().size() == 1
        ? relation.datasets().stream().findFirst().map(d -> RelationColumn.Open.of(d).column(name))
        : Optional.empty();
  }

  private static Optional<Sources> unqualified(String name, Scope scope) {
    return listed(name, scope)
        .or(() -> scope.isSelectionRead() ? scope.alias(name) : Optional.empty())
        .or(() -> only(name, scope, Relation::unlisted))
        .or(() -> scope.alias(name))
        .or(() -> ofTheOnlyTable(name, scope));
  }

  /** A column that a join or a relation is known to have. */
  private static Optional<Sources> listed(String name, Scope scope) {
    return scope.merged().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .findFirst()
        .map(MergedColumn::sources)
        .or(() -> only(name, scope, Relation::named));
  }

  /** The sources of a reference where no unlisted column has to be thought of; empty elsewhere. */
  public static Optional<Sources> listed(List<String> parts, Scope scope) {
    return parts.size() == 1
        ? inwardOut(
            scope, level -> listed(parts.getFirst(), level).or(() -> level.alias(parts.getFirst())))
        : inwardOut(scope, level -> certain(parts, level));
  }

  /**
   * The column that an assignment means: behind the relation's name, if it has one; what follows
   * are fields of it.
   */
  public static String assigned(List<String> parts, Scope scope) {
    for (int split = parts.size() - 1; split > 0; split--) {
      if (binding(parts.subList(0, split), scope).isPresent()) {
        return parts.get(split);
      }
    }
    return parts.getFirst();
  }

  private static Optional<Sources> ofTheOnlyTable(String name, Scope scope) {
    return scope.bindings().size() == 1 && scope.outer().isEmpty()
        ? beyondSchema(scope.bindings().getFirst().relation(), name)
        : Optional.empty();
  }

  private interface Lookup {
    Optional<Sources> in(Relation relation, String name);
  }

  private static Optional<Sources> only(String name, Scope scope, Lookup lookup) {
    List<Binding> bindings = scope.bindings();
    List<Sources> found =
        bindings.stream().flatMap(b -> lookup.in(b.relation(), name).stream()).toList();
    boolean chosenBySchema =
        bindings.size() > 1 && bindings.stream().anyMatch(b -> b.relation().fromSchema());
    return switch (found.size()) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(chosenBySchema ? found.getFirst().throughCatalogue() : found.getFirst());
      default -> Optional.of(Sources.unattributed(name));
    };
  }
}
