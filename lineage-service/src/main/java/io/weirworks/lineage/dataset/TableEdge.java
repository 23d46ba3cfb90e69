package io.weirworks.lineage.dataset;

/** Data flowed from one dataset to another. */
public record TableEdge(DatasetRef source, DatasetRef target) implements Edge {

  @Override
  public String key() {
    return source.id() + "\n" + target.id();
  }

  @Override
  public String sourceDataset() {
    return source.id();
  }

  @Override
  public String targetDataset() {
    return target.id();
  }
}
