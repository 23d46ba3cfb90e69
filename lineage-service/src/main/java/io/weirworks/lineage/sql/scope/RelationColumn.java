package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.SqlText;
import java.util.Optional;
import java.util.Set;

/** What a relation offers to those who select from it. */
public sealed interface RelationColumn {

  /** What the column's values (of all its columns, for an open one) are made of. */
  Sources sources();

  RelationColumn withSources(Sources sources);

  /**
   * One column.
   *
   * @param name as written; matched without case
   * @param expression that computes it, where a SELECT does
   */
  record Named(String name, Sources sources, Optional<SqlText> expression)
      implements RelationColumn {
    public static Named of(String name, Sources sources) {
      return new Named(name, sources, Optional.empty());
    }

    @Override
    public Named withSources(Sources other) {
      return new Named(name, other, expression);
    }

    public Named renamed(String other) {
      return new Named(other, sources, expression);
    }
  }

  /**
   * Columns that nobody has listed.
   *
   * @param of the dataset whose columns they are, by the same names; empty where only {@code
   *     alsoFrom} is known
   * @param except lower-case names that are not among them
   * @param alsoFrom what each of them depends on besides
   */
  record Open(Optional<Dataset> of, Set<String> except, Sources alsoFrom)
      implements RelationColumn {
    public static Open of(Dataset dataset) {
      return new Open(Optional.of(dataset), Set.of(), Sources.NONE);
    }

    /** Columns computed from known values by something that does not say which columns it gives. */
    public static Open computedFrom(Sources sources) {
      return new Open(Optional.empty(), Set.of(), sources.through(Direct.TRANSFORMATION));
    }

    @Override
    public Sources sources() {
      return column(ColumnRef.STAR);
    }

    /** What the column of that name, if it is one of these, is made of. */
    public Sources column(String name) {
      return of.map(dataset -> Sources.of(new ColumnRef(dataset, name)))
          .orElse(Sources.NONE)
          .plus(alsoFrom);
    }

    @Override
    public Open withSources(Sources sources) {
      return new Open(Optional.empty(), except, sources);
    }
  }
}
