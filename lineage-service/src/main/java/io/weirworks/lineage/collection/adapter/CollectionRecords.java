package io.weirworks.lineage.collection.adapter;

import io.weirworks.contract.lineage.MetaCollectionChanged;
import io.weirworks.contract.lineage.MetaCollectionCreated;
import io.weirworks.contract.lineage.MetaCollectionDeleted;
import io.weirworks.contract.lineage.MetaCollectionKind;
import io.weirworks.contract.lineage.MetaCollectionState;
import io.weirworks.lineage.collection.CollectionEvent;
import io.weirworks.lineage.collection.MetaCollection;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Collections to the contract's records. */
final class CollectionRecords {

  private CollectionRecords() {}

  static SpecificRecord event(MetaCollection state, CollectionEvent event) {
    return switch (event) {
      case CollectionEvent.Created(MetaCollection made) ->
          new MetaCollectionCreated(
              made.id(), kind(made), made.name(), made.parentId(), said(made.description()));
      case CollectionEvent.Changed(DatasetRef table, boolean added) ->
          new MetaCollectionChanged(state.id(), DatasetRecords.record(table), added);
      case CollectionEvent.Deleted(String id) -> new MetaCollectionDeleted(id);
    };
  }

  static MetaCollectionState state(MetaCollection state) {
    return new MetaCollectionState(
        state.id(),
        kind(state),
        state.name(),
        state.parentId(),
        said(state.description()),
        List.copyOf(state.tables()));
  }

  private static MetaCollectionKind kind(MetaCollection collection) {
    return switch (collection.kind()) {
      case CATEGORY -> MetaCollectionKind.CATEGORY;
      case ALBUM -> MetaCollectionKind.ALBUM;
    };
  }

  private static @Nullable String said(String text) {
    return text.isEmpty() ? null : text;
  }
}
