package io.weirworks.lineage.sql.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that one SELECT sees: the relations of its FROM clause, then the scope around it. It
 * grows while the clauses are read, and collects what its clauses let decide about the rows.
 */
public final class Scope {
  private final CommonTables commonTables;
  private final Optional<Scope> outer;
  private final List<Binding> bindings = new ArrayList<>();
  private final List<MergedColumn> merged = new ArrayList<>();
  private final Map<String, Sources> aliases = new HashMap<>();
  private final Sources.Builder influences = new Sources.Builder();
  private final Sources.Builder correlated = new Sources.Builder();

  private final Map<String, Sources> windows = new HashMap<>();
  private boolean selectionRead;

  /**
   * @param commonTables what WITH clauses around it have named
   * @param outer whose columns a correlated subquery may use
   */
  public Scope(CommonTables commonTables, Optional<Scope> outer) {
    this.commonTables = commonTables;
    this.outer = outer;
  }

  /** A scope inside this one, with nothing of its own yet. */
  public Scope nested() {
    return new Scope(commonTables, Optional.of(this));
  }

  public CommonTables commonTables() {
    return commonTables;
  }

  public Optional<Scope> outer() {
    return outer;
  }

  public void bind(Binding binding) {
    bindings.add(binding);
    influences.add(binding.relation().influences());
  }

  public List<Binding> bindings() {
    return List.copyOf(bindings);
  }

  /**
   * Forgets the relations after the first {@code size}: what a semi join hides, what an alias
   * covers.
   */
  public List<Binding> unbindAfter(int size) {
    List<Binding> tail = bindings.subList(size, bindings.size());
    List<Binding> removed = List.copyOf(tail);
    tail.clear();
    merged.removeIf(column -> column.to() > size);
    return removed;
  }

  /** The relations [from, to) with what joins made of them, as a scope without outer. */
  public Scope part(int from, int to) {
    Scope part = new Scope(commonTables, Optional.empty());
    bindings.subList(from, to).forEach(part::bind);
    merged.forEach(column -> column.among(from, to).ifPresent(part.merged::add));
    return part;
  }

  /** The relations of another scope, with what joins made of them. */
  public void bindAll(Scope other) {
    other.bindings.forEach(this::bind);
    merged.addAll(other.merged);
  }

  /** The columns of a join, in order; one of a join inside it that they are made of is gone. */
  public void merge(List<MergedColumn> columns) {
    merged.removeIf(before -> columns.stream().anyMatch(before::isPartOf));
    merged.addAll(0, columns);
  }

  /** Those of the latest join first. */
  List<MergedColumn> merged() {
    return merged;
  }

  /** An alias of the SELECT list, visible to what comes after it; the first of a name counts. */
  public void alias(String name, Sources sources) {
    aliases.putIfAbsent(name.toLowerCase(Locale.ROOT), sources);
  }

  /**
   * The SELECT list is read: clauses that follow mean its aliases before columns that nobody has
   * listed.
   */
  public void selectionIsRead() {
    selectionRead = true;
  }

  boolean isSelectionRead() {
    return selectionRead;
  }

  public Optional<Sources> alias(String name) {
    return Optional.ofNullable(aliases.get(name.toLowerCase(Locale.ROOT)));
  }

  /** {@code WINDOW name AS (…)}: what the window is partitioned and ordered by. */
  public void window(String name, Sources keys) {
    windows.put(name.toLowerCase(Locale.ROOT), keys);
  }

  public Sources window(String name) {
    return windows.getOrDefault(name.toLowerCase(Locale.ROOT), Sources.NONE);
  }

  public void influencedBy(Sources sources) {
    influences.add(sources);
  }

  public Sources influences() {
    return influences.build();
  }

  /** What this scope took from the scopes around it. */
  public Sources correlated() {
    return correlated.build();
  }

  void takesFromOuter(Sources sources) {
    correlated.add(sources);
  }
}
