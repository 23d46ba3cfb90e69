package io.weirworks.lineage.table.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.table.TableHistory;
import io.weirworks.lineage.table.Version;
import io.weirworks.lineage.table.Word;
import io.weirworks.lineage.table.Words;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the rows of words: what was said of datasets, until now or by a time. */
@Singleton
public final class WordQueries {

  private static final String WRITER = "MIN(job_namespace), MIN(job_name), MIN(known_by), ";

  /** One row for each dataset, writer and version; times in words are later than any. */
  private static final String WORDS =
      "SELECT "
          + WRITER
          + "version, MIN(confirmed_by), MAX(confirmed_by),"
          + " MAX(CASE WHEN complete THEN confirmed_by END),"
          + " MAX(CASE WHEN dropped THEN confirmed_by END), target_dataset FROM lineage_word"
          + " WHERE target_dataset IN (?) AND confirmed_by < ?"
          + " GROUP BY target_dataset, writer, version";

  private static final String HISTORY =
      "SELECT job_namespace, job_name, known_by, version, confirmed_by, complete, dropped"
          + " FROM lineage_word WHERE target_dataset IN (?) AND confirmed_by < ?";

  private static final String VERSIONS =
      "SELECT id, edges FROM lineage_version WHERE target_dataset IN (?)";

  private static final String TARGETS =
      "SELECT target_dataset FROM table_link WHERE source_dataset IN (?)";

  private static final String FILES = "SELECT path_id FROM table_location WHERE table_id IN (?)";
  private static final String TABLES = "SELECT table_id FROM table_location WHERE path_id IN (?)";

  /** Behind every word. */
  private static final String EVER = "~";

  private final RowsOfDatasets database;

  WordQueries(DataSource database) {
    this.database = new RowsOfDatasets(database);
  }

  private record GroupedWord(
      String target, Word word, @Nullable Confirmation completed, @Nullable Confirmation dropped) {}

  /**
   * What was said of datasets, by dataset; those of which nothing was are not there.
   *
   * @param asOf words of runs that ended by then; null: all
   */
  public Map<String, Words> words(Collection<String> targets, @Nullable Instant asOf) {
    Map<String, Version> versions = versions(targets);
    Map<String, List<GroupedWord>> byTarget = new HashMap<>();
    for (GroupedWord word :
        database.rows(
            WORDS,
            targets,
            asOf == null ? EVER : ConfirmationText.behind(asOf),
            row -> grouped(row, versions))) {
      byTarget.computeIfAbsent(word.target, target -> new ArrayList<>()).add(word);
    }
    Map<String, Words> all = new HashMap<>();
    byTarget.forEach((target, words) -> all.put(target, together(words)));
    return all;
  }

  private static GroupedWord grouped(ResultSet row, Map<String, Version> versions)
      throws SQLException {
    Provenance by =
        new Provenance(
            writer(row),
            ConfirmationText.read(row.getString(5)),
            ConfirmationText.read(row.getString(6)));
    return new GroupedWord(
        row.getString(9),
        new Word(version(row.getString(4), versions), by),
        confirmation(row.getString(7)),
        confirmation(row.getString(8)));
  }

  private static Words together(List<GroupedWord> words) {
    List<Word> all = new ArrayList<>();
    Map<Writer, Confirmation> completed = new HashMap<>();
    Confirmation dropped = null;
    for (GroupedWord one : words) {
      if (!one.word.version().saysNothing()) {
        all.add(one.word);
      }
      if (one.completed != null) {
        completed.merge(one.word.saidBy().writer(), one.completed, Confirmation::later);
      }
      if (one.dropped != null) {
        dropped = dropped == null ? one.dropped : dropped.later(one.dropped);
      }
    }
    return Words.of(
        all,
        completed.entrySet().stream()
            .map(entry -> new Words.Completed(entry.getKey(), entry.getValue()))
            .toList(),
        dropped);
  }

  /** All words on a dataset, in no order. */
  public List<TableHistory.Said> history(String dataset) {
    Map<String, Version> versions = versions(Set.of(dataset));
    return database.rows(
        HISTORY,
        Set.of(dataset),
        EVER,
        row ->
            new TableHistory.Said(
                writer(row),
                ConfirmationText.read(row.getString(5)),
                version(row.getString(4), versions),
                row.getBoolean(6),
                row.getBoolean(7)));
  }

  /** Datasets that these were ever said to flow into. */
  public Set<String> targets(Collection<String> sources) {
    return new HashSet<>(database.rows(TARGETS, sources, null, row -> row.getString(1)));
  }

  /** The files of tables and the tables over files: other names of the same data. */
  public Set<String> otherNames(Collection<String> datasets) {
    Set<String> names =
        new HashSet<>(database.rows(FILES, datasets, null, row -> row.getString(1)));
    names.addAll(database.rows(TABLES, datasets, null, row -> row.getString(1)));
    return names;
  }

  private Map<String, Version> versions(Collection<String> targets) {
    Map<String, Version> byHash = new HashMap<>();
    database
        .rows(VERSIONS, targets, null, row -> LineageJson.read(row.getString(2), Version.class))
        .forEach(version -> byHash.put(version.hash(), version));
    return byHash;
  }

  private static Version version(String hash, Map<String, Version> versions) {
    return versions.getOrDefault(hash, Version.NOTHING);
  }

  private static Writer writer(ResultSet row) throws SQLException {
    return new Writer(
        new Job(row.getString(1), row.getString(2)), KnownBy.valueOf(row.getString(3)));
  }

  private static @Nullable Confirmation confirmation(@Nullable String text) {
    return text == null ? null : ConfirmationText.read(text);
  }
}
