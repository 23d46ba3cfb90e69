package io.weirworks.lineage.collection;

import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A category or an album of the Data Map (dataworks-semantics 7.3).
 *
 * @param parentId the category that it lies in; null: at the top
 * @param description empty: nothing said
 * @param tables ids of its tables
 */
public record MetaCollection(
    String id,
    Kind kind,
    String name,
    @Nullable String parentId,
    String description,
    SortedSet<String> tables) {

  static final int LONGEST_NAME = 128;
  static final int LONGEST_DESCRIPTION = 2_000;
  static final int MOST_TABLES = 2_000;

  /** What a collection is. */
  public enum Kind {
    /** A place in a tree. */
    CATEGORY,
    /** A list of its own. */
    ALBUM
  }

  public MetaCollection {
    tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
  }

  /** One as it is made, without tables. */
  public static MetaCollection fresh(
      String id, Kind kind, String name, @Nullable String parentId, String description) {
    return new MetaCollection(id, kind, name, parentId, description, new TreeSet<>());
  }

  /**
   * Makes it. Whether the name is taken says the row that it writes, not this.
   *
   * @param parent the category that it names as its own; null where there is no such one
   */
  public static Decision<CollectionEvent> create(
      MetaCollection wanted, @Nullable MetaCollection parent) {
    return Refusal.ifBlankOrTooLong("name", wanted.name, LONGEST_NAME)
        .or(() -> Refusal.ifTooLong("description", wanted.description, LONGEST_DESCRIPTION))
        .or(() -> wanted.wrongParent(parent))
        .<Decision<CollectionEvent>>map(Decision::refused)
        .orElseGet(() -> Decision.accepted(new CollectionEvent.Created(wanted)));
  }

  private Optional<Refusal> wrongParent(@Nullable MetaCollection parent) {
    if (parentId == null) {
      return Optional.empty();
    }
    return switch (kind) {
      case ALBUM ->
          Optional.of(
              new Refusal(
                  Refusal.Code.OPERATION_DENIED,
                  "an album lies in no category; leave parentId out",
                  "parentId",
                  parentId));
      case CATEGORY ->
          parent != null && parent.kind == Kind.CATEGORY
              ? Optional.empty()
              : Optional.of(
                  new Refusal(
                      Refusal.Code.NOT_FOUND, "there is no such category", "parentId", parentId));
    };
  }

  /**
   * Puts a table in.
   *
   * @param known whether a run or a metastore has shown the table
   */
  public static Decision<CollectionEvent> add(
      @Nullable MetaCollection state, String id, DatasetRef table, boolean known) {
    if (state == null) {
      return unknown(id);
    }
    if (!known || table.kind() != DatasetKind.TABLE) {
      return Decision.refused(
          new Refusal(
              Refusal.Code.NOT_FOUND,
              "collections hold tables that a successful run or a metastore has shown; this is none",
              "table",
              table.id()));
    }
    if (state.tables.contains(table.id())) {
      return Decision.unchanged();
    }
    return state.tables.size() < MOST_TABLES
        ? Decision.accepted(new CollectionEvent.Changed(table, true))
        : Decision.refused(
            new Refusal(
                Refusal.Code.OUT_OF_RANGE,
                "a collection holds at most " + MOST_TABLES + " tables",
                "table",
                table.id()));
  }

  /** Takes a table out; one that is not in it is out already. */
  public static Decision<CollectionEvent> remove(
      @Nullable MetaCollection state, String id, DatasetRef table) {
    if (state == null) {
      return unknown(id);
    }
    return state.tables.contains(table.id())
        ? Decision.accepted(new CollectionEvent.Changed(table, false))
        : Decision.unchanged();
  }

  /**
   * Takes it away.
   *
   * @param parent whether categories lie in it
   */
  public static Decision<CollectionEvent> delete(
      @Nullable MetaCollection state, String id, boolean parent) {
    if (state == null) {
      return unknown(id);
    }
    return parent
        ? Decision.refused(
            new Refusal(
                Refusal.Code.OPERATION_DENIED,
                "categories lie in it; delete those first",
                "collectionId",
                id))
        : Decision.accepted(new CollectionEvent.Deleted(id));
  }

  private static Decision<CollectionEvent> unknown(String id) {
    return Decision.refused(
        new Refusal(Refusal.Code.NOT_FOUND, "there is no such collection", "collectionId", id));
  }

  public static @Nullable MetaCollection evolve(
      @Nullable MetaCollection state, CollectionEvent event) {
    return switch (event) {
      case CollectionEvent.Created(MetaCollection made) -> made;
      case CollectionEvent.Changed(DatasetRef table, boolean added) ->
          state == null ? null : state.with(table.id(), added);
      case CollectionEvent.Deleted _ -> null;
    };
  }

  private MetaCollection with(String table, boolean added) {
    SortedSet<String> all = new TreeSet<>(tables);
    if (added) {
      all.add(table);
    } else {
      all.remove(table);
    }
    return new MetaCollection(id, kind, name, parentId, description, all);
  }
}
