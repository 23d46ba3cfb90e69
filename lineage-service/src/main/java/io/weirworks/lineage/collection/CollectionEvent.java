package io.weirworks.lineage.collection;

import io.weirworks.lineage.dataset.DatasetRef;

/** What is told of a collection. */
public sealed interface CollectionEvent {

  record Created(MetaCollection collection) implements CollectionEvent {}

  /**
   * @param added put in, else taken out
   */
  record Changed(DatasetRef table, boolean added) implements CollectionEvent {}

  record Deleted(String id) implements CollectionEvent {}
}
