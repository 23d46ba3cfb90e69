package io.weirworks.lineage.sql.scope;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dependency;
import io.weirworks.lineage.sql.Dependency.Direct;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything that a value depends on: an immutable set, in the order found. */
public final class Sources implements Iterable<Source> {
  public static final Sources NONE = new Sources(Set.of());

  private final Set<Source> all;

  private Sources(Set<Source> all) {
    this.all = all;
  }

  public static Sources of(ColumnRef column) {
    return new Sources(Set.of(new Source(column, Direct.IDENTITY, false)));
  }

  /** The value cannot be attributed; {@code name} is what the script calls it. */
  public static Sources unattributed(String name) {
    return of(ColumnRef.unattributed(name));
  }

  public static Sources union(Collection<Sources> parts) {
    Builder union = new Builder();
    parts.forEach(union::add);
    return union.build();
  }

  public Sources plus(Sources other) {
    return other.isEmpty() ? this : isEmpty() ? other : new Builder().add(this).add(other).build();
  }

  /** The same columns, seen through an outer dependency. */
  public Sources through(Dependency outer) {
    return outer == Direct.IDENTITY ? this : mapped(source -> source.through(outer));
  }

  /** The same columns, found only thanks to a schema from outside the statement. */
  public Sources throughCatalogue() {
    return mapped(Source::throughCatalogue);
  }

  private Sources mapped(UnaryOperator<Source> change) {
    if (isEmpty()) {
      return this;
    }
    Set<Source> mapped = LinkedHashSet.newLinkedHashSet(all.size());
    all.forEach(source -> mapped.add(change.apply(source)));
    return new Sources(mapped);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  @Override
  public Iterator<Source> iterator() {
    return Collections.unmodifiableSet(all).iterator();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sources that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }

  /** Collects sources where many parts are met one after another. */
  public static final class Builder {
    private final Set<Source> all = new LinkedHashSet<>();

    public Builder add(Sources sources) {
      all.addAll(sources.all);
      return this;
    }

    public Sources build() {
      return all.isEmpty() ? NONE : new Sources(new LinkedHashSet<>(all));
    }
  }
}
