package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.RelationColumn.Open;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rows with columns: a table, a subquery, a view.
 *
 * @param columns in order
 * @param influences columns that decide which rows there are: join keys, filters, groupings
 * @param fromSchema whether the columns were looked up, not read in the statement
 */
public record Relation(List<RelationColumn> columns, Sources influences, boolean fromSchema) {
  public Relation {
    columns = List.copyOf(columns);
  }

  public static Relation of(List<? extends RelationColumn> columns, Sources influences) {
    return new Relation(List.copyOf(columns), influences, false);
  }

  /** A dataset whose columns are known. */
  public static Relation of(Dataset dataset, List<String> columns) {
    List<RelationColumn> named = new ArrayList<>(columns.size());
    columns.forEach(c -> named.add(Named.of(c, Sources.of(new ColumnRef(dataset, c)))));
    return new Relation(named, Sources.NONE, true);
  }

  /** A dataset whose columns are not known. */
  public static Relation open(Dataset dataset) {
    return of(List.of(Open.of(dataset)), Sources.NONE);
  }

  public Optional<List<Named>> allNamed() {
    List<Named> named = new ArrayList<>(columns.size());
    for (RelationColumn column : columns) {
      switch (column) {
        case Named known -> named.add(known);
        case Open _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(named);
  }

  public boolean isOpen() {
    return allNamed().isEmpty();
  }

  /**
   * The sources of the column of that name; unattributed if several columns have it; empty if none
   * has.
   */
  public Optional<Sources> named(String name) {
    List<Sources> found =
        columns.stream()
            .filter(c -> c instanceof Named named && named.name().equalsIgnoreCase(name))
            .map(RelationColumn::sources)
            .distinct()
            .toList();
    return switch (found.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(found.getFirst());
      default -> Optional.of(Sources.unattributed(name));
    };
  }

  /** The sources of a column that nobody has listed, if only one place can have it. */
  public Optional<Sources> unlisted(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<Open> candidates =
        columns.stream()
            .filter(Open.class::isInstance)
            .map(Open.class::cast)
            .filter(open -> !open.except().contains(lower))
            .toList();
    return switch (candidates.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(candidates.getFirst().column(name));
      default -> Optional.of(Sources.unattributed(name));
    };
  }

  /**
   * Columns renamed by position, as {@code AS t (a, b)} does; an open relation keeps what follows
   * its open part.
   */
  public Relation renamed(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    List<RelationColumn> renamed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      renamed.add(Named.of(names.get(i), positional(i).sources()));
    }
    return new Relation(renamed, influences, fromSchema);
  }

  /** The column at that position; all of an open part where it cannot be told which. */
  private RelationColumn positional(int position) {
    for (int i = 0; i < columns.size(); i++) {
      if (i == position || columns.get(i) instanceof Open) {
        return columns.get(i);
      }
    }
    return Open.computedFrom(Sources.NONE);
  }

  /** The datasets that its values are made of. */
  public Set<Dataset> datasets() {
    Set<Dataset> datasets = new LinkedHashSet<>();
    columns.forEach(c -> c.sources().forEach(source -> datasets.add(source.column().dataset())));
    return datasets;
  }

  public Relation withInfluences(Sources more) {
    return new Relation(columns, influences.plus(more), fromSchema);
  }
}
