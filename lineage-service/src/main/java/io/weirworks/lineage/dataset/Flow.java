package io.weirworks.lineage.dataset;

/** How a source has its part in a target, as OpenLineage's columnLineage facet says it. */
public enum Flow {
  IDENTITY(true),
  TRANSFORMATION(true),
  AGGREGATION(true),
  JOIN(false),
  FILTER(false),
  GROUP_BY(false),
  SORT(false),
  WINDOW(false),
  CONDITIONAL(false);

  private final boolean direct;

  Flow(boolean direct) {
    this.direct = direct;
  }

  /** Whether values flow; else the source only decides which rows or values the target has. */
  public boolean direct() {
    return direct;
  }
}
