package io.weirworks.lineage.run.history;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import io.weirworks.lineage.openlineage.EngineEvent.Nominal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run by all that was told of it until now. Merging commutes and repeats without effect (R55):
 * each part is the earliest, the latest or the union of what was told. It says how a run went and
 * never confirms lineage (R58).
 *
 * @param id ours, or what its engine gave it
 * @param appearedAt the earliest time that anything was told of, as all times whole milliseconds
 * @param startedAt null: nobody said
 * @param nominalStart for which span of time it ran; null: nobody said
 * @param nominalEnd null: nobody said
 * @param parent the run that it is part of; null: none was named
 * @param inputs ids of datasets that it read, at most {@value #MOST_DATASETS}
 * @param outputs ids of datasets that it wrote, at most as many
 * @param args of a run of ours its bizdate and instances, of one that failed the code
 */
public record KnownRun(
    String id,
    Standing standing,
    Instant appearedAt,
    @Nullable Instant startedAt,
    @Nullable Instant nominalStart,
    @Nullable Instant nominalEnd,
    @Nullable JobRun parent,
    SortedSet<String> inputs,
    SortedSet<String> outputs,
    SortedMap<String, String> args) {

  static final int MOST_DATASETS = 300;

  public KnownRun {
    inputs = first(inputs);
    outputs = first(outputs);
    args = Collections.unmodifiableSortedMap(new TreeMap<>(args));
  }

  private static SortedSet<String> first(SortedSet<String> ids) {
    SortedSet<String> all = new TreeSet<>(ids);
    while (all.size() > MOST_DATASETS) {
      all.remove(all.last());
    }
    return Collections.unmodifiableSortedSet(all);
  }

  /** What one event of an engine says. */
  public static KnownRun of(EngineEvent event) {
    Instant at = event.time().truncatedTo(ChronoUnit.MILLIS);
    RunState state = RunState.of(event.type());
    Optional<Nominal> nominal = event.nominal();
    return new KnownRun(
        event.runId(),
        new Standing(state, at, event.job()),
        at,
        state == RunState.RUNNING ? at : null,
        nominal.map(Nominal::start).map(KnownRun::whole).orElse(null),
        nominal.flatMap(Nominal::end).map(KnownRun::whole).orElse(null),
        event.parent().map(EngineEvent.Parent::run).orElse(null),
        ids(event.inputs()),
        ids(event.outputs()),
        new TreeMap<>());
  }

  /**
   * A run of ours.
   *
   * @param startedAt null where it did not begin
   */
  public static KnownRun ours(
      String id, Standing standing, @Nullable Instant startedAt, Map<String, String> args) {
    Instant at = whole(standing.at());
    Instant started = startedAt == null ? null : whole(startedAt);
    return new KnownRun(
        id,
        new Standing(standing.state(), at, standing.job()),
        started == null || at.isBefore(started) ? at : started,
        started,
        null,
        null,
        null,
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeMap<>(args));
  }

  private static Instant whole(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static SortedSet<String> ids(Collection<DatasetRef> datasets) {
    SortedSet<String> ids = new TreeSet<>();
    datasets.forEach(dataset -> ids.add(dataset.id()));
    return ids;
  }

  /** Together with something else that was told of the same run. */
  public KnownRun with(KnownRun other) {
    SortedMap<String, String> allArgs = new TreeMap<>(args);
    other.args.forEach(
        (name, value) -> allArgs.merge(name, value, BinaryOperator.maxBy(String::compareTo)));
    return new KnownRun(
        id,
        standing.compareTo(other.standing) >= 0 ? standing : other.standing,
        appearedAt.isBefore(other.appearedAt) ? appearedAt : other.appearedAt,
        earlier(startedAt, other.startedAt),
        earlier(nominalStart, other.nominalStart),
        earlier(nominalEnd, other.nominalEnd),
        parent == null || (other.parent != null && text(other.parent).compareTo(text(parent)) > 0)
            ? other.parent
            : parent,
        union(inputs, other.inputs),
        union(outputs, other.outputs),
        allArgs);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static String text(JobRun run) {
    return String.join("\n", run.runId(), run.job().namespace(), run.job().name());
  }

  private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
    SortedSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  /** With datasets that it touched. */
  public KnownRun touching(List<DatasetRef> read, List<DatasetRef> written) {
    return new KnownRun(
        id,
        standing,
        appearedAt,
        startedAt,
        nominalStart,
        nominalEnd,
        parent,
        union(inputs, ids(read)),
        union(outputs, ids(written)),
        args);
  }

  public Job job() {
    return standing.job();
  }

  public RunState state() {
    return standing.state();
  }

  /** Empty as long as no end was told. */
  public Optional<Instant> endedAt() {
    return standing.state().isEnd() ? Optional.of(standing.at()) : Optional.empty();
  }

  /** From start to end, where both are known; clocks of several hosts may have it end too early. */
  public Optional<Duration> duration() {
    return startedAt == null
        ? Optional.empty()
        : endedAt()
            .map(end -> Duration.between(startedAt, end))
            .filter(duration -> !duration.isNegative());
  }
}
