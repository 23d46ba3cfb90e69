package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.Dataset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries that WITH clauses have named so far; immutable, an inner name hides an outer one. */
public final class CommonTables {
  public static final CommonTables NONE = new CommonTables(Map.of());

  private final Map<String, CommonTable> byName;

  private CommonTables(Map<String, CommonTable> byName) {
    this.byName = byName;
  }

  /**
   * A named query.
   *
   * @param reads what it reads, counted as read only where it is used
   */
  public record CommonTable(Relation relation, Set<Dataset> reads) {
    public CommonTable {
      reads = Set.copyOf(reads);
    }
  }

  public CommonTables with(String name, CommonTable table) {
    Map<String, CommonTable> more = new HashMap<>(byName);
    more.put(name.toLowerCase(Locale.ROOT), table);
    return new CommonTables(more);
  }

  public Optional<CommonTable> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }
}
