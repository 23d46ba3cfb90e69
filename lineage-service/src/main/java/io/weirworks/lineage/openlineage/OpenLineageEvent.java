package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.Job;

/** What a text of OpenLineage tells. */
public sealed interface OpenLineageEvent {

  /** Something of a run: a {@code RunEvent}. */
  record OfRun(EngineEvent event) implements OpenLineageEvent {}

  /** How a job is defined ({@code JobEvent}): nothing ran, so that nothing is confirmed. */
  record OfJob(Job job) implements OpenLineageEvent {}

  /**
   * What a dataset is like ({@code DatasetEvent}): no run made it, so that nothing is confirmed.
   */
  record OfDataset(String namespace, String name) implements OpenLineageEvent {}
}
