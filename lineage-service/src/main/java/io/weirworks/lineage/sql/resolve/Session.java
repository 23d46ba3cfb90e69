package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dialect;
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
import java.util.function.UnaryOperator;

/**
 * What a script's statements leave for the next: the current namespace, temporary views, and the
 * schemas that its own DDL made, which go before the catalogue's.
 */
public final class Session {
  private final Dialect dialect;
  private final Catalog catalog;
  private final Map<String, CommonTable> temporaryViews = new HashMap<>();
  private final Map<TableName, Optional<List<String>>> made = new HashMap<>();
  private Namespace namespace;

  public Session(Dialect dialect, Catalog catalog, List<String> namespace) {
    this.dialect = dialect;
    this.catalog = catalog;
    this.namespace = Namespace.of(namespace);
  }

  Dialect dialect() {
    return dialect;
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

  /** The columns of a table, as this script or the catalogue knows them. */
  Optional<List<String>> columns(TableName table) {
    Optional<List<String>> own = made.get(table);
    return own != null ? own : catalog.columns(table);
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
      case SchemaChange.CreatedLike like -> made.put(table, columns(like.model()));
      case SchemaChange.ColumnsAdded added -> change(table, Columns.added(added.columns()));
      case SchemaChange.ColumnsReplaced replaced ->
          made.put(table, Optional.of(Columns.names(replaced.columns())));
      case SchemaChange.ColumnsDropped dropped -> change(table, Columns.dropped(dropped.columns()));
      case SchemaChange.ColumnRenamed renamed ->
          change(table, Columns.renamed(renamed.from(), renamed.to()));
      case SchemaChange.Renamed renamed -> {
        made.put(renamed.to(), columns(table));
        made.put(table, Optional.empty());
      }
      case SchemaChange.Dropped _ -> made.put(table, Optional.empty());
    }
  }

  private void create(SchemaChange.Created created) {
    TableName table = created.table();
    boolean stays = created.ifNotExists() && columns(table).isPresent();
    if (!stays) {
      List<String> names = Columns.names(created.columns());
      made.put(table, names.isEmpty() ? Optional.empty() : Optional.of(names));
    }
  }

  private void change(TableName table, UnaryOperator<List<String>> change) {
    made.put(table, columns(table).map(change));
  }
}
