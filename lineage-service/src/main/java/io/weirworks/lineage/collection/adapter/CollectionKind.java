package io.weirworks.lineage.collection.adapter;

import io.weirworks.contract.lineage.MetaCollectionState;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.collection.CollectionEvent;
import io.weirworks.lineage.collection.MetaCollection;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Collections as messaging keeps and tells them, all in one order: parents, names and children. */
public final class CollectionKind implements SubjectKind<MetaCollection, CollectionEvent> {

  public static final CollectionKind COLLECTION = new CollectionKind();

  static final String ORDERING_KEY = "meta-collections";

  private CollectionKind() {}

  static SubjectRef<MetaCollection, CollectionEvent> ref(String id) {
    return new SubjectRef<>(COLLECTION, id);
  }

  @Override
  public String name() {
    return "meta-collection";
  }

  @Override
  public SubjectTable<MetaCollection> table() {
    return new Rows();
  }

  @Override
  public @Nullable MetaCollection evolve(@Nullable MetaCollection state, CollectionEvent event) {
    return MetaCollection.evolve(state, event);
  }

  @Override
  public String orderingKey(MetaCollection state) {
    return ORDERING_KEY;
  }

  @Override
  public @Nullable String workspace(MetaCollection state) {
    return null;
  }

  @Override
  public SpecificRecord event(MetaCollection state, CollectionEvent event) {
    return CollectionRecords.event(state, event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return MetaCollectionState.class;
  }

  @Override
  public SpecificRecord stateRecord(MetaCollection state) {
    return CollectionRecords.state(state);
  }

  private record Rows() implements SubjectTable<MetaCollection> {

    @Override
    public String name() {
      return "meta_collection";
    }

    @Override
    public List<String> columns() {
      return List.of("parent", "collection");
    }

    @Override
    public Object[] values(MetaCollection state) {
      String parent = state.parentId();
      return new Object[] {parent == null ? "" : parent, LineageJson.write(state)};
    }

    @Override
    public MetaCollection read(ResultSet row) throws SQLException {
      return LineageJson.read(row.getString("collection"), MetaCollection.class);
    }
  }
}
