package io.weirworks.lineage.table;

import io.weirworks.lineage.catalogue.SchemaHistory;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A dataset and all that is known of it. Updates commute and repeat without effect, so any order
 * and any repetition gives the same graph (DESIGN 7, R55).
 *
 * @param words what it is said to be made from, by whom and when
 * @param location where its files lie
 * @param downstream what is made from it, as those datasets told, in the order of their ids; ended
 *     ones stay, lest an older telling revives them
 * @param seenAt end of the first run that is known to have touched it
 * @param writtenAt end of the latest run that wrote or changed it; null: none is known
 */
public record TableLineage(
    DatasetRef dataset,
    SchemaHistory schema,
    Words words,
    Location location,
    List<TableEvent.Feeds> downstream,
    Instant seenAt,
    @Nullable Instant writtenAt) {

  /** Column edges out of a dataset that its row holds. */
  private static final int MOST = 4_000;

  public TableLineage {
    downstream = List.copyOf(downstream);
  }

  private static TableLineage of(TableUpdate first) {
    return new TableLineage(
        first.dataset(),
        SchemaHistory.EMPTY,
        Words.NONE,
        Location.UNKNOWN,
        List.of(),
        first.by().observedAt(),
        null);
  }

  /**
   * The event that an update leads to; empty where it says nothing new.
   *
   * @param heard whether this very word was told before: a word counts in the history also where it
   *     changes nothing of what is known now
   */
  public static Optional<TableEvent.Told> decide(
      @Nullable TableLineage state, TableUpdate update, boolean heard) {
    Version version = update.version();
    boolean asBefore = state != null && state.words.version(version.hash()).isPresent();
    TableEvent.Told told = new TableEvent.Told(update, version, asBefore);
    boolean isNew = told.isWord() ? !heard : !evolve(state, told).equals(state);
    return isNew ? Optional.of(told) : Optional.empty();
  }

  /**
   * @throws IllegalStateException where what a dataset feeds is told of one that is not there
   */
  public static TableLineage evolve(@Nullable TableLineage state, TableEvent event) {
    return switch (event) {
      case TableEvent.Told told -> (state == null ? of(told.update()) : state).with(told);
      case TableEvent.Feeds feeds when state == null ->
          throw new IllegalStateException(feeds + " is of a dataset that is not there");
      case TableEvent.Feeds feeds -> state.with(feeds);
    };
  }

  private TableLineage with(TableEvent.Told told) {
    TableUpdate update = told.update();
    Confirmation by = update.by();
    Instant at = by.observedAt();
    Version version = words.version(told.version().hash()).orElse(told.version());
    Words said =
        told.isWord() ? words.with(update.writer(), version, by, update.complete()) : words;
    boolean writes = told.isWord() || !update.schemaChanges().isEmpty();
    return new TableLineage(
        dataset,
        schema.with(update.schemaChanges(), by, update.writer().knownBy()),
        (update.drops() ? said.withDrop(by) : said).bounded(),
        location.with(update),
        downstream,
        at.isBefore(seenAt) ? at : seenAt,
        writes && (writtenAt == null || at.isAfter(writtenAt)) ? at : writtenAt);
  }

  /** Whoever read it has touched it, also where a later telling was heard before. */
  private TableLineage with(TableEvent.Feeds feeds) {
    Instant readAt = feeds.readBy().first().observedAt();
    return new TableLineage(
        dataset,
        schema,
        words,
        location,
        latest(feeds),
        readAt.isBefore(seenAt) ? readAt : seenAt,
        writtenAt);
  }

  private List<TableEvent.Feeds> latest(TableEvent.Feeds feeds) {
    List<TableEvent.Feeds> all = new ArrayList<>(downstream);
    for (TableEvent.Feeds known : downstream) {
      if (known.downstream().target().id().equals(feeds.downstream().target().id())) {
        if (known.sequence() >= feeds.sequence()) {
          return downstream;
        }
        all.remove(known);
      }
    }
    int columns = all.stream().mapToInt(known -> known.downstream().columns().size()).sum();
    all.add(feeds.within(MOST - columns));
    all.sort(Comparator.comparing(known -> known.downstream().target().id()));
    return all;
  }

  /** With other knowledge of what its versions say and what is made from it, as rows keep it. */
  public TableLineage with(UnaryOperator<Version> lookup, List<TableEvent.Feeds> knownDownstream) {
    return new TableLineage(
        dataset, schema, words.withVersions(lookup), location, knownDownstream, seenAt, writtenAt);
  }

  /** When it was last written or changed; for what was only ever read, when it was first. */
  public Instant updatedAt() {
    return writtenAt == null ? seenAt : writtenAt;
  }

  /** Where its files lie; empty where nobody knows. */
  public Optional<DatasetRef> path() {
    return location.path(words.dropped());
  }

  /** What is made from it now. */
  public List<Downstream> feeds() {
    return downstream.stream()
        .map(TableEvent.Feeds::downstream)
        .filter(one -> !one.hasEnded())
        .toList();
  }

  /**
   * What a source is told.
   *
   * @param readBy a word that says so of the source: that which led here, if it does
   */
  public record News(Downstream downstream, Provenance readBy) {}

  /**
   * What the sources of a dataset must be told after an event, by source: where edges between them
   * came or went, and where a version was first said so early, also if it no longer counts, so that
   * a source is known whatever came first.
   */
  public static Map<DatasetRef, News> news(
      @Nullable TableLineage before, TableEvent.Told told, TableLineage after) {
    Words known = before == null ? Words.NONE : before.words;
    boolean earlier = !known.firstWord(told).equals(after.words.firstWord(told));
    if (!earlier && known.sinceWhen().equals(after.words.sinceWhen())) {
      return Map.of();
    }
    Map<DatasetRef, Downstream> was = Downstream.of(known);
    Map<DatasetRef, Downstream> is = Downstream.of(after.words);
    Set<DatasetRef> concerned = new LinkedHashSet<>(was.keySet());
    concerned.addAll(is.keySet());
    concerned.removeIf(source -> Objects.equals(was.get(source), is.get(source)));
    Set<DatasetRef> read = new LinkedHashSet<>();
    told.version().tableEdges().forEach(edge -> read.add(edge.source()));
    if (earlier) {
      concerned.addAll(read);
    }
    Confirmation by = told.update().by();
    Provenance word = new Provenance(told.update().writer(), by, by);
    Map<DatasetRef, News> news = new LinkedHashMap<>();
    for (DatasetRef source : concerned) {
      Downstream now = is.getOrDefault(source, Downstream.ended(after.dataset));
      Downstream said = is.getOrDefault(source, was.getOrDefault(source, now));
      news.put(source, new News(now, read.contains(source) ? word : said.saidBy().getFirst()));
    }
    return news;
  }
}
