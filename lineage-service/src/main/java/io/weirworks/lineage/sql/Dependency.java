package io.weirworks.lineage.sql;

/**
 * How a value depends on a column. Maps one to one onto the transformation types of OpenLineage's
 * columnLineage facet.
 */
public sealed interface Dependency {

  /** The value is made of the column's values. */
  enum Direct implements Dependency {
    IDENTITY,
    TRANSFORMATION,
    AGGREGATION
  }

  /** The column decides which values appear, not what they are made of. */
  enum Indirect implements Dependency {
    JOIN,
    FILTER,
    GROUP_BY,
    SORT,
    WINDOW,
    CONDITIONAL
  }

  /**
   * The dependency of an outer value on a column that its inner value depends on: indirect stays
   * indirect (the outermost says how), an aggregate anywhere makes an aggregation.
   */
  default Dependency over(Dependency inner) {
    return switch (this) {
      case Indirect outer -> outer;
      case Direct outer ->
          switch (inner) {
            case Indirect indirect -> indirect;
            case Direct direct -> outer.compareTo(direct) >= 0 ? outer : direct;
          };
    };
  }
}
