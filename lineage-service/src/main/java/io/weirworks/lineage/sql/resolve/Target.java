package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.RelationColumn.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the columns of a query go.
 *
 * @param dataset that is written
 * @param columns the target columns by position, if they are known
 * @param dynamic partition columns that take the query's last columns
 * @param bySchema whether {@code columns} was looked up, not written in the statement
 */
record Target(
    Dataset dataset, Optional<List<String>> columns, List<String> dynamic, boolean bySchema) {

  /** A target that takes its column names from the query. */
  static Target named(Dataset dataset) {
    return new Target(dataset, Optional.empty(), List.of(), false);
  }

  /** A target whose columns the statement lists; an empty list means that it does not. */
  static Target listed(Dataset dataset, List<String> columns) {
    return columns.isEmpty()
        ? named(dataset)
        : new Target(dataset, Optional.of(columns), List.of(), false);
  }

  void write(Relation relation, Writes writes) {
    writes.influences(dataset, relation.influences());
    List<RelationColumn> columns = relation.columns();
    List<String> names = names(relation);
    for (int i = 0; i < columns.size(); i++) {
      switch (columns.get(i)) {
        case Named named ->
            writes.column(to(names.get(i)), named.sources(), named.expression(), bySchema);
        case Open open ->
            writes.column(to(ColumnRef.STAR), open.sources(), Optional.empty(), false);
      }
    }
  }

  private ColumnRef to(String column) {
    return new ColumnRef(dataset, column);
  }

  /** The target column of each of the query's columns. */
  private List<String> names(Relation relation) {
    return relation
        .allNamed()
        .map(this::byPosition)
        .orElseGet(() -> aroundOpenPart(relation.columns()));
  }

  private List<String> byPosition(List<Named> query) {
    boolean fits = columns.isPresent() && query.size() <= columns.get().size();
    if (fits) {
      return columns.get().subList(0, query.size());
    }
    List<String> names = new ArrayList<>(query.stream().map(Named::name).toList());
    int first = Math.max(0, names.size() - dynamic.size());
    for (int i = first; i < names.size(); i++) {
      names.set(i, dynamic.get(i - first));
    }
    return names;
  }

  /**
   * Positions are sure only before the part whose columns nobody has listed; after it names are all
   * there is.
   */
  private List<String> aroundOpenPart(List<RelationColumn> query) {
    List<String> names = new ArrayList<>();
    boolean sure = columns.isPresent();
    for (RelationColumn column : query) {
      int position = names.size();
      switch (column) {
        case Named named ->
            names.add(
                sure && position < columns.orElseThrow().size()
                    ? columns.orElseThrow().get(position)
                    : named.name());
        case Open _ -> {
          sure = false;
          names.add(ColumnRef.STAR);
        }
      }
    }
    return names;
  }
}
