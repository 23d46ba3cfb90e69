package io.weirworks.lineage.dataset;

/** Something flows from one dataset to another. */
public sealed interface Edge permits TableEdge, ColumnEdge {

  /** Two edges with the same key are the same edge, whoever confirmed it. */
  String key();

  String sourceDataset();

  String targetDataset();
}
