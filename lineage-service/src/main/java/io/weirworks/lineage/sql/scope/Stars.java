package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.RelationColumn.Open;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code *} and {@code t.*} stand for. */
public final class Stars {
  private Stars() {}

  /** {@code * EXCEPT (…)}: of joined relations the merged columns first, then each one's own. */
  public static List<RelationColumn> all(Scope scope, Set<String> except) {
    List<RelationColumn> columns = new ArrayList<>();
    for (int i = 0; i < scope.bindings().size(); i++) {
      Set<String> hidden = new HashSet<>(except);
      for (MergedColumn merged : scope.merged()) {
        if (merged.from() == i) {
          columns.addAll(without(List.of(Named.of(merged.name(), merged.sources())), except));
        }
        if (merged.covers(i)) {
          hidden.add(merged.name().toLowerCase(Locale.ROOT));
        }
      }
      columns.addAll(without(columnsOf(scope.bindings().get(i).relation()), hidden));
    }
    return columns;
  }

  /**
   * The columns that {@code EXCEPT (names)} leaves out, in lower case; one that leaves out a field
   * of a struct leaves the column.
   */
  public static Set<String> excepted(List<List<String>> names, Scope scope) {
    return names.stream()
        .filter(
            name ->
                name.size() == 1 || binding(name.subList(0, name.size() - 1), scope).isPresent())
        .map(name -> name.getLast().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@code t.* EXCEPT (…)}, or the fields of a struct column. */
  public static List<RelationColumn> of(List<String> qualifier, Scope scope, Set<String> except) {
    Optional<Binding> binding = binding(qualifier, scope);
    if (binding.isPresent()) {
      return without(columnsOf(binding.get().relation()), except);
    }
    Sources struct = References.resolve(qualifier, scope);
    return List.of(Open.computedFrom(struct));
  }

  private static Optional<Binding> binding(List<String> qualifier, Scope scope) {
    return References.binding(qualifier, scope)
        .or(() -> scope.outer().flatMap(outer -> binding(qualifier, outer)));
  }

  private static List<RelationColumn> columnsOf(Relation relation) {
    return relation.fromSchema()
        ? relation.columns().stream()
            .map(c -> c.withSources(c.sources().throughCatalogue()))
            .toList()
        : relation.columns();
  }

  private static List<RelationColumn> without(List<RelationColumn> columns, Set<String> except) {
    if (except.isEmpty()) {
      return columns;
    }
    return columns.stream().flatMap(column -> kept(column, except)).toList();
  }

  private static Stream<RelationColumn> kept(RelationColumn column, Set<String> except) {
    return switch (column) {
      case Named named ->
          except.contains(named.name().toLowerCase(Locale.ROOT)) ? Stream.of() : Stream.of(named);
      case Open open -> {
        Set<String> hidden = new HashSet<>(open.except());
        hidden.addAll(except);
        yield Stream.of(new Open(open.of(), Set.copyOf(hidden), open.alsoFrom()));
      }
    };
  }

  /** A count of rows: depends on the rows of each dataset, on no column in particular. */
  public static Sources rows(Scope scope) {
    Sources.Builder rows = new Sources.Builder();
    for (Binding binding : scope.bindings()) {
      binding
          .relation()
          .datasets()
          .forEach(dataset -> rows.add(Sources.of(new ColumnRef(dataset, ColumnRef.STAR))));
    }
    return rows.build();
  }
}
