package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where unqualified names are looked up.
 *
 * @param catalog absent for the session's own
 * @param database absent until one is chosen
 */
record Namespace(Optional<String> catalog, Optional<String> database) {

  static Namespace of(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> new Namespace(Optional.empty(), Optional.empty());
      case 1 -> new Namespace(Optional.empty(), Optional.of(parts.getFirst()));
      default -> new Namespace(Optional.of(parts.getFirst()), Optional.of(parts.getLast()));
    };
  }

  /** {@code USE name}: a database in Hive and Spark; elsewhere what lies above the schemas. */
  Namespace use(List<String> parts, Dialect dialect) {
    if (parts.size() > 1) {
      return of(parts);
    }
    return dialect == Dialect.ANSI ? useCatalog(parts.getFirst()) : useDatabase(parts.getFirst());
  }

  Namespace useDatabase(String name) {
    return new Namespace(catalog, Optional.of(name));
  }

  Namespace useCatalog(String name) {
    return new Namespace(Optional.of(name), database);
  }

  TableName qualify(List<String> parts) {
    List<String> full = new ArrayList<>();
    if (parts.size() < 3) {
      catalog.ifPresent(full::add);
    }
    if (parts.size() < 2) {
      database.ifPresent(full::add);
    }
    full.addAll(parts);
    return new TableName(full);
  }
}
