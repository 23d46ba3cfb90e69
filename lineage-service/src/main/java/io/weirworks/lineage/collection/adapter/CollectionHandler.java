package io.weirworks.lineage.collection.adapter;

import static io.weirworks.lineage.collection.adapter.CollectionKind.COLLECTION;

import io.weirworks.contract.lineage.AddToMetaCollection;
import io.weirworks.contract.lineage.DeleteMetaCollection;
import io.weirworks.contract.lineage.RemoveFromMetaCollection;
import io.weirworks.lineage.collection.CollectionEvent;
import io.weirworks.lineage.collection.MetaCollection;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.adapter.Decisions;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decides one type of command about a collection that is there.
 *
 * @param id of the collection that a command is about
 */
public record CollectionHandler<R extends SpecificRecord>(
    Class<R> type, Function<R, String> id, Rule<R> rule) implements Handler<R> {

  private static final String CHILDREN =
      "SELECT id FROM meta_collection WHERE parent = ? AND removed = FALSE";
  private static final String TABLE =
      "SELECT id FROM lineage_table WHERE id = ? AND removed = FALSE";

  /** The domain's rule for a command. */
  @FunctionalInterface
  public interface Rule<R> {
    Decision<CollectionEvent> decide(@Nullable MetaCollection state, R command, Work work);
  }

  /** One for each command but that which makes a collection. */
  public static List<Handler<?>> all() {
    return List.of(
        new CollectionHandler<>(
            AddToMetaCollection.class,
            AddToMetaCollection::getCollectionId,
            (state, command, work) -> {
              DatasetRef table = dataset(command.getTable());
              return MetaCollection.add(
                  state,
                  command.getCollectionId(),
                  table,
                  !rows(work, TABLE, table.id()).isEmpty());
            }),
        new CollectionHandler<>(
            RemoveFromMetaCollection.class,
            RemoveFromMetaCollection::getCollectionId,
            (state, command, work) ->
                MetaCollection.remove(
                    state, command.getCollectionId(), dataset(command.getTable()))),
        new CollectionHandler<>(
            DeleteMetaCollection.class,
            DeleteMetaCollection::getCollectionId,
            (state, command, work) ->
                MetaCollection.delete(
                    state, command.getCollectionId(), hasChildren(command, work))));
  }

  /** What names nothing is a table that nobody has shown. */
  private static DatasetRef dataset(String written) {
    return DatasetNames.parse(written)
        .orElseGet(() -> new DatasetRef(written, DatasetKind.TABLE, written));
  }

  private static boolean hasChildren(DeleteMetaCollection command, Work work) {
    String id = command.getCollectionId();
    var changed = work.changed(COLLECTION);
    boolean committed =
        rows(work, CHILDREN, id).stream().anyMatch(child -> !changed.containsKey(child));
    return committed
        || changed.values().stream()
            .flatMap(Optional::stream)
            .anyMatch(child -> id.equals(child.parentId()));
  }

  private static List<String> rows(Work work, String sql, String key) {
    return work.query(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            List<String> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                all.add(rows.getString(1));
              }
            }
            return all;
          }
        });
  }

  @Override
  public Optional<String> orderingKey(R command, Envelope envelope, Work work) {
    return Optional.of(CollectionKind.ORDERING_KEY);
  }

  @Override
  public void load(List<R> commands, Work work) {
    work.load(COLLECTION, commands.stream().map(id).toList());
  }

  @Override
  public io.weirworks.messaging.Decision decide(R command, Asked asked, Work work) {
    String named = id.apply(command);
    MetaCollection state = work.find(COLLECTION, named).orElse(null);
    return Decisions.of(
        CollectionKind.ref(named),
        rule.decide(state, command, work),
        event -> state == null ? List.of() : beside(state, event));
  }

  private static List<Effect> beside(MetaCollection state, CollectionEvent event) {
    return switch (event) {
      case CollectionEvent.Created _, CollectionEvent.Changed _ -> List.of();
      case CollectionEvent.Deleted _ ->
          List.of(
              new Effect.Remove(
                  CreateMetaCollectionHandler.NAMES,
                  "id",
                  CreateMetaCollectionHandler.nameKey(state)));
    };
  }
}
