package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.RelationColumn.Open;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayList;
import java.util.List;

/** Set operations match columns by position and take their names from the first query. */
final class SetOperations {
  private SetOperations() {}

  /** Rows of all: each column is made of the columns at its position. */
  static Relation union(Relation first, List<Relation> others) {
    List<RelationColumn> columns = new ArrayList<>();
    boolean aligned = true;
    for (int i = 0; i < first.columns().size(); i++) {
      RelationColumn column = first.columns().get(i);
      aligned &= column instanceof Named;
      columns.add(joined(column, at(others, i, aligned)));
    }
    Sources.Builder influences = new Sources.Builder().add(first.influences());
    others.forEach(other -> influences.add(other.influences()));
    return Relation.of(columns, influences.build());
  }

  private static RelationColumn joined(RelationColumn column, Sources others) {
    return switch (column) {
      case Named named -> named.withSources(named.sources().plus(others));
      case Open open -> new Open(open.of(), open.except(), open.alsoFrom().plus(others));
    };
  }

  /**
   * What the other queries have at a position; anything of theirs where an open part hides the
   * position.
   */
  private static Sources at(List<Relation> others, int position, boolean aligned) {
    Sources.Builder sources = new Sources.Builder();
    for (Relation other : others) {
      if (aligned && isNamedUpTo(other, position)) {
        sources.add(other.columns().get(position).sources());
      } else if (!aligned || other.isOpen()) {
        other.columns().forEach(column -> sources.add(column.sources()));
      }
    }
    return sources.build();
  }

  private static boolean isNamedUpTo(Relation relation, int position) {
    return position < relation.columns().size()
        && relation.columns().subList(0, position + 1).stream().allMatch(Named.class::isInstance);
  }

  /** INTERSECT, EXCEPT: the right side only decides which rows of the left remain. */
  static Relation restrict(Relation left, Relation right) {
    Sources.Builder deciding = new Sources.Builder().add(right.influences());
    right.columns().forEach(c -> deciding.add(c.sources().through(Indirect.FILTER)));
    return left.withInfluences(deciding.build());
  }
}
