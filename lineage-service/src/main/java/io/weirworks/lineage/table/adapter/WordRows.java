package io.weirworks.lineage.table.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Fingerprint;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.Version;
import io.weirworks.messaging.Effect;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words as rows, for reads over many datasets and of the past: one small row for a word, and what
 * it says only where nobody said it before. They are written with their dataset, in whose shard all
 * that is said of it comes one after the other, and never changed.
 */
final class WordRows {

  private static final String WORD =
      insert(
          "lineage_word",
          "id, target_dataset, job_namespace, job_name, known_by, writer, version, complete,"
              + " dropped, observed_at, confirmed_by");
  private static final String VERSION = insert("lineage_version", "id, target_dataset, edges");
  private static final String LINK = insert("table_link", "id, source_dataset, target_dataset");
  private static final String LOCATION =
      "INSERT INTO table_location (table_id, path_id) VALUES (?, ?)"
          + " ON DUPLICATE KEY UPDATE path_id = VALUES(path_id)";

  private WordRows() {}

  /** What is there is the same already. */
  private static String insert(String table, String columns) {
    String places = columns.replaceAll("[a-z_]+", "?");
    return "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE id = id"
        .formatted(table, columns, places);
  }

  /** Names a word: the same statement of the same run says one thing of a dataset. */
  static String id(TableUpdate update) {
    Writer writer = update.writer();
    Confirmation by = update.by();
    return Fingerprint.of(
        List.of(
            update.dataset().id(), writer.key(), by.runId(), String.valueOf(by.statementIndex())));
  }

  static List<Effect> writes(
      @Nullable TableLineage before, TableEvent.Told told, TableLineage after) {
    List<Effect> writes = new ArrayList<>();
    if (told.isWord()) {
      writes.add(word(told));
    }
    if (!told.asBefore() && !told.version().saysNothing()) {
      writes.addAll(content(after.dataset(), told.version()));
    }
    Optional<DatasetRef> was = before == null ? Optional.empty() : before.path();
    if (!was.equals(after.path())) {
      writes.add(location(after));
    }
    return writes;
  }

  private static Effect word(TableEvent.Told told) {
    TableUpdate update = told.update();
    Writer writer = update.writer();
    return new Effect.Write(
        WORD,
        List.of(
            id(update),
            update.dataset().id(),
            writer.job().namespace(),
            writer.job().name(),
            writer.knownBy().name(),
            Fingerprint.of(writer.key()),
            told.version().hash(),
            update.complete(),
            update.drops(),
            LocalDateTime.ofInstant(update.by().observedAt(), ZoneOffset.UTC),
            ConfirmationText.of(update.by())));
  }

  private static List<Effect> content(DatasetRef target, Version version) {
    List<Effect> writes = new ArrayList<>();
    writes.add(
        new Effect.Write(
            VERSION, List.of(version.hash(), target.id(), LineageJson.write(version))));
    Stream.concat(
            version.tableEdges().stream().map(Edge::sourceDataset),
            version.columnEdges().stream().map(ColumnEdge::sourceDataset))
        .distinct()
        .forEach(
            source ->
                writes.add(
                    new Effect.Write(
                        LINK,
                        List.of(
                            Fingerprint.of(List.of(source, target.id())), source, target.id()))));
    return writes;
  }

  private static Effect location(TableLineage after) {
    String table = after.dataset().id();
    return after
        .path()
        .<Effect>map(path -> new Effect.Write(LOCATION, List.of(table, path.id())))
        .orElseGet(() -> new Effect.Remove("table_location", "table_id", table));
  }
}
