package io.weirworks.lineage.sql.scope;

import java.util.List;
import java.util.Optional;

/**
 * A relation in a FROM clause.
 *
 * @param alias its alias, if it has one
 * @param name the parts of the name that it was found by, outermost first; empty for a subquery
 */
public record Binding(Optional<String> alias, List<String> name, Relation relation) {

  public static Binding anonymous(Relation relation) {
    return new Binding(Optional.empty(), List.of(), relation);
  }

  public static Binding of(String alias, Relation relation) {
    return new Binding(Optional.of(alias), List.of(), relation);
  }

  /**
   * Whether {@code qualifier.column} means this relation: by its alias or, where it has none, by
   * the end of its name.
   */
  boolean answersTo(List<String> qualifier) {
    return alias
        .map(a -> qualifier.size() == 1 && a.equalsIgnoreCase(qualifier.getFirst()))
        .orElseGet(() -> isNamed(qualifier));
  }

  /** Whether the name ends like the qualifier, whatever the alias. */
  boolean isNamed(List<String> qualifier) {
    int offset = name.size() - qualifier.size();
    if (offset < 0 || qualifier.isEmpty()) {
      return false;
    }
    for (int i = 0; i < qualifier.size(); i++) {
      if (!name.get(offset + i).equalsIgnoreCase(qualifier.get(i))) {
        return false;
      }
    }
    return true;
  }
}
