package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.References;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * SQL variables, and the rows that FOR loops go through: what their values are made of. In which
 * order a script's branches run is not known, so a variable is made of all that it is ever given.
 */
final class VariableValues {
  private static final List<String> QUALIFIERS = List.of("session", "system.session");

  private final Map<String, Sources> values;
  private final List<Binding> rows;

  private VariableValues(Map<String, Sources> values, List<Binding> rows) {
    this.values = values;
    this.rows = rows;
  }

  VariableValues() {
    this(new LinkedHashMap<>(), new ArrayList<>());
  }

  /** The same at this point, whatever is given later. */
  VariableValues copy() {
    return new VariableValues(new LinkedHashMap<>(values), new ArrayList<>(rows));
  }

  /** A declaration hides an earlier variable of the name. */
  void declare(List<String> name, Sources value) {
    values.put(name.getLast().toLowerCase(Locale.ROOT), value);
  }

  void give(List<String> name, Sources value) {
    values.merge(name.getLast().toLowerCase(Locale.ROOT), value, Sources::plus);
  }

  void drop(List<String> name) {
    values.remove(name.getLast().toLowerCase(Locale.ROOT));
  }

  /** {@code FOR row AS query}. */
  void goThrough(String row, Relation query) {
    rows.add(Binding.of(row, query));
  }

  /** What a reference means if it means a variable or a column of a loop's row. */
  Optional<Sources> value(List<String> parts) {
    if (values.isEmpty() && rows.isEmpty()) {
      return Optional.empty();
    }
    String qualifier = String.join(".", parts.subList(0, parts.size() - 1));
    if (parts.size() == 1 || QUALIFIERS.contains(qualifier.toLowerCase(Locale.ROOT))) {
      Sources value = values.get(parts.getLast().toLowerCase(Locale.ROOT));
      if (value != null) {
        return Optional.of(value);
      }
    }
    return rows.isEmpty() ? Optional.empty() : References.listed(parts, rowScope());
  }

  private Scope rowScope() {
    Scope scope = new Scope(CommonTables.NONE, Optional.empty());
    rows.reversed().forEach(scope::bind);
    return scope;
  }
}
