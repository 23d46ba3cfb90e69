package io.weirworks.lineage.catalogue;

import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue as the statements of one script see it: what they made themselves goes before what
 * was known. For one thread.
 */
public final class ScriptCatalogue implements Catalogue {

  private final Catalogue known;
  private final Map<String, Optional<TableSchema>> own = new HashMap<>();

  public ScriptCatalogue(Catalogue known) {
    this.known = known;
  }

  @Override
  public Optional<TableSchema> schema(String table) {
    return own.computeIfAbsent(table, known::schema);
  }

  /**
   * Applies what a statement's DDL did and says it so that each change names one table only: a
   * table made like another is created with its columns, and a renamed one is dropped under the old
   * name and created under the new.
   */
  public List<SchemaChange> apply(List<SchemaChange> changes) {
    List<SchemaChange> told = new ArrayList<>();
    for (SchemaChange change : changes) {
      told.addAll(
          switch (change) {
            case SchemaChange.CreatedLike(TableName table, TableName model) ->
                List.of(copy(model, table));
            case SchemaChange.Renamed(TableName table, TableName to) ->
                List.of(copy(table, to), new SchemaChange.Dropped(table));
            case SchemaChange.Created _,
                SchemaChange.ColumnsAdded _,
                SchemaChange.ColumnsReplaced _,
                SchemaChange.ColumnsDropped _,
                SchemaChange.ColumnRenamed _,
                SchemaChange.Dropped _ ->
                List.of(change);
          });
    }
    told.forEach(this::enter);
    return told;
  }

  private SchemaChange copy(TableName model, TableName table) {
    return schema(model.id())
        .map(schema -> schema.creation(table))
        .orElseGet(
            () -> new SchemaChange.Created(table, List.of(), List.of(), Optional.empty(), false));
  }

  private void enter(SchemaChange change) {
    String table = change.table().id();
    TableSchema before = schema(table).orElse(null);
    own.put(table, Optional.ofNullable(TableSchema.after(before, change)));
  }
}
