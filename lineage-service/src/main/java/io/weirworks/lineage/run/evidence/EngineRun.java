package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Located;
import io.weirworks.lineage.openlineage.EngineEvent;
import io.weirworks.lineage.openlineage.EngineEvent.Type;
import io.weirworks.lineage.openlineage.EngineRelease;
import io.weirworks.lineage.sql.SchemaChange;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all events of one run of an engine say together. Merging commutes and repeats without
 * effect, and what a part does not tell takes nothing away (R55, DH#13854).
 *
 * @param id that the engine gave it
 * @param writer whose word its lineage is
 * @param completedAt when the engine said COMPLETE; null where it has not
 * @param columnsLeftOut whether the engine's version does not tell columns well enough
 * @param sqlSha256 of the statement's text, without blanks around it and a semicolon behind it
 * @param inputs by id, as all lists here
 * @param locations where the files of tables lie
 * @param told whether this is what was told last
 */
public record EngineRun(
    String id,
    Named writer,
    @Nullable Instant completedAt,
    boolean columnsLeftOut,
    @Nullable String sqlSha256,
    List<DatasetRef> inputs,
    List<DatasetRef> outputs,
    List<ColumnEdge> columnEdges,
    List<SchemaChange> schemaChanges,
    List<Located> locations,
    boolean told) {

  /** Evidence from before locations were kept has none. */
  public EngineRun {
    locations = locations == null ? List.of() : locations;
  }

  /**
   * A job as one event names it. Spark names a statement's job by its output only once that is
   * known, so that what COMPLETE says counts more.
   */
  public record Named(boolean ofParent, boolean atCompletion, Instant time, Job job)
      implements Comparable<Named> {

    private static final Comparator<Named> ORDER =
        Comparator.comparing(Named::ofParent)
            .thenComparing(Named::atCompletion)
            .thenComparing(Named::time)
            .thenComparing(named -> named.job().namespace())
            .thenComparing(named -> named.job().name());

    @Override
    public int compareTo(Named other) {
      return ORDER.compare(this, other);
    }
  }

  /** What one event says. */
  static EngineRun of(EngineEvent event) {
    boolean complete = event.type() == Type.COMPLETE;
    EngineRelease.Node node =
        event.sql().isPresent() ? EngineRelease.Node.SQL : EngineRelease.Node.SPARK;
    boolean columns =
        new EngineRelease(event.emrRelease().orElse(null), event.engine().orElse(null), node)
            .tellsColumns();
    return new EngineRun(
        event.runId(),
        new Named(event.parent().isPresent(), complete, event.time(), event.writer()),
        complete ? event.time() : null,
        !columns,
        event.sql().map(StatementText::sha256).orElse(null),
        union(event.inputs(), List.of(), DatasetRef::id),
        union(event.outputs(), List.of(), DatasetRef::id),
        columns ? union(event.columnEdges(), List.of(), Edge::key) : List.of(),
        union(event.schemaChanges(), List.of(), SchemaChange::toString),
        union(event.locations(), List.of(), Located::key),
        false);
  }

  EngineRun with(EngineRun other) {
    EngineRun merged =
        new EngineRun(
            id,
            larger(writer, other.writer),
            later(completedAt, other.completedAt),
            columnsLeftOut || other.columnsLeftOut,
            sqlSha256 == null || other.sqlSha256 == null
                ? (sqlSha256 == null ? other.sqlSha256 : sqlSha256)
                : larger(sqlSha256, other.sqlSha256),
            merged(inputs, other.inputs, DatasetRef::id),
            merged(outputs, other.outputs, DatasetRef::id),
            merged(columnEdges, other.columnEdges, Edge::key),
            merged(schemaChanges, other.schemaChanges, SchemaChange::toString),
            merged(locations, other.locations, Located::key),
            told);
    return merged.equals(this) ? this : merged.marked(false);
  }

  EngineRun asTold() {
    return marked(true);
  }

  private EngineRun marked(boolean isTold) {
    return new EngineRun(
        id,
        writer,
        completedAt,
        columnsLeftOut,
        sqlSha256,
        inputs,
        outputs,
        columnEdges,
        schemaChanges,
        locations,
        isTold);
  }

  boolean touchesNothing() {
    return inputs.isEmpty() && outputs.isEmpty();
  }

  private static <T extends Comparable<T>> T larger(T one, T other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  /** Most events of a run say the same of it again. */
  private static <T> List<T> merged(List<T> some, List<T> others, Function<T, String> key) {
    return some.equals(others) ? some : union(some, others, key);
  }

  private static <T> List<T> union(
      Collection<T> some, Collection<T> others, Function<T, String> key) {
    TreeMap<String, T> all = new TreeMap<>();
    some.forEach(one -> all.put(key.apply(one), one));
    others.forEach(one -> all.putIfAbsent(key.apply(one), one));
    return List.copyOf(all.values());
  }
}
