package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.scope.CommonTables.CommonTable;
import io.weirworks.lineage.sql.scope.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a script's statements leave for the next: the current namespace, temporary views, and the
 * schemas that its own DDL made, which go before the catalogue's.
 */
public final class Session {
  private final Dialect dialect;
  private final Catalog catalog;
  private final Map<String, CommonTable> temporaryViews = new HashMap<>();
  private final Map<TableName, Optional<KnownColumns>> made = new HashMap<>();
  private Namespace namespace = Namespace.of(List.of());
  private VariableValues variables = new VariableValues();
  private final Map<String, CommonTable> functions = new HashMap<>();

  public Session(Dialect dialect, Catalog catalog) {
    this.dialect = dialect;
    this.catalog = catalog;
  }

  /** Sets the current {@code [catalog,] database}, whatever it was. */
  public void enter(List<String> parts) {
    namespace = Namespace.of(parts);
  }

  Dialect dialect() {
    return dialect;
  }

  /** A function that the script defines; its result is one column, or rows. */
  void function(String name, CommonTable body) {
    functions.put(name.toLowerCase(Locale.ROOT), body);
  }

  Optional<CommonTable> function(String name) {
    return Optional.ofNullable(functions.get(name.toLowerCase(Locale.ROOT)));
  }

  VariableValues variables() {
    return variables;
  }

  /** Ends a block: what was declared or given since is gone. */
  void restore(VariableValues before) {
    variables = before;
  }

  void use(List<String> parts) {
    namespace = namespace.use(parts, dialect);
  }

  void useDatabase(List<String> parts) {
    namespace = parts.size() > 1 ? Namespace.of(parts) : namespace.useDatabase(parts.getFirst());
  }

  void useCatalog(String name) {
    namespace = namespace.useCatalog(name);
  }

  TableName qualify(List<String> parts) {
    return namespace.qualify(parts);
  }

  /** What a name means where rows are written: files, or a table. */
  Dataset written(List<String> parts) {
    Optional<PathName> files = TableLookup.path(parts, dialect);
    return files.isPresent() ? files.get() : qualify(parts);
  }

  /** The columns of a table, as this script or the catalogue knows them. */
  Optional<List<String>> columns(TableName table) {
    return known(table).map(KnownColumns::names);
  }

  Optional<List<String>> columns(Dataset dataset) {
    return dataset instanceof TableName table ? columns(table) : Optional.empty();
  }

  private Optional<KnownColumns> known(TableName table) {
    Optional<KnownColumns> own = made.get(table);
    return own != null ? own : catalog.columns(table).map(KnownColumns::ofCatalogue);
  }

  void temporaryView(String name, CommonTable view) {
    temporaryViews.put(name.toLowerCase(Locale.ROOT), view);
  }

  /** A temporary view by its bare name; it hides tables of the same name. */
  Optional<CommonTable> temporaryView(List<String> parts) {
    boolean global = parts.size() == 2 && parts.getFirst().equalsIgnoreCase("global_temp");
    return parts.size() == 1 || global
        ? Optional.ofNullable(temporaryViews.get(parts.getLast().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  boolean dropTemporaryView(List<String> parts) {
    return temporaryView(parts).isPresent()
        && temporaryViews.remove(parts.getLast().toLowerCase(Locale.ROOT)) != null;
  }

  /** What is written as a relation, bound where its own columns are used. */
  Relation relation(Dataset dataset) {
    return dataset instanceof TableName table ? table(table).relation() : Relation.open(dataset);
  }

  /** A table as a relation; what it reads is the table itself. */
  CommonTable table(TableName table) {
    Relation relation =
        columns(table)
            .map(names -> Relation.of(table, names))
            .orElseGet(() -> Relation.open(table));
    return new CommonTable(relation, Set.of(table));
  }

  void apply(SchemaChange change) {
    TableName table = change.table();
    switch (change) {
      case SchemaChange.Created created -> create(created);
      case SchemaChange.CreatedLike like -> made.put(table, known(like.model()));
      case SchemaChange.ColumnsAdded added ->
          made.put(table, known(table).flatMap(columns -> columns.added(added.columns())));
      case SchemaChange.ColumnsReplaced replaced ->
          made.put(table, known(table).flatMap(c -> c.replacedBy(replaced.columns())));
      case SchemaChange.ColumnsDropped dropped ->
          made.put(table, known(table).map(columns -> columns.dropped(dropped.columns())));
      case SchemaChange.ColumnRenamed renamed ->
          made.put(table, known(table).map(c -> c.renamed(renamed.from(), renamed.to())));
      case SchemaChange.Renamed renamed -> {
        made.put(renamed.to(), known(table));
        made.put(table, Optional.empty());
      }
      case SchemaChange.Dropped _ -> made.put(table, Optional.empty());
    }
  }

  /** A column takes another place in a table; after which column, or the first place. */
  void move(TableName table, String column, Optional<String> after) {
    known(table).ifPresent(columns -> made.put(table, Optional.of(columns.moved(column, after))));
  }

  private void create(SchemaChange.Created created) {
    TableName table = created.table();
    boolean stays = created.ifNotExists() && known(table).isPresent();
    if (!stays) {
      List<String> names = KnownColumns.names(created.columns());
      made.put(
          table,
          names.isEmpty()
              ? Optional.empty()
              : Optional.of(new KnownColumns(names, Optional.of(created.partitionColumns()))));
    }
  }
}
