package io.weirworks.lineage.dataset;

/**
 * Who says what a dataset is made from, and how it knows. The newest complete word of a writer
 * replaces its older ones; words of different writers stand side by side.
 */
public record Writer(Job job, KnownBy knownBy) {

  /** Different for different writers, and an order among them. */
  public String key() {
    return job.namespace() + "\n" + job.name() + "\n" + knownBy;
  }
}
