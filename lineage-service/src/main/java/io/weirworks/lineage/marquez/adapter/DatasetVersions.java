package io.weirworks.lineage.marquez.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Field;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.marquez.adapter.RunViews.RunView;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.adapter.RunHistory;
import io.weirworks.lineage.table.TableHistory;
import io.weirworks.lineage.table.TableHistory.Change;
import io.weirworks.lineage.table.adapter.WordQueries;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of a dataset: a version is when what it is made from changed. */
@Singleton
final class DatasetVersions {

  private final WordQueries words;
  private final KnownDatasets datasets;
  private final RunHistory history;

  DatasetVersions(WordQueries words, KnownDatasets datasets, RunHistory history) {
    this.words = words;
    this.datasets = datasets;
    this.history = history;
  }

  /** Name of a version, a UUID made from dataset, run and statement. */
  @Serdeable
  public record VersionId(String namespace, String name, String version) {}

  /**
   * A version.
   *
   * @param fields of the latest version; of those before they are not kept, and empty
   * @param lifecycleState DROP, or empty
   * @param createdByRun the run that changed it
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VersionView(
      VersionId id,
      String type,
      String name,
      String physicalName,
      Instant createdAt,
      String version,
      String namespace,
      String sourceName,
      List<Field> fields,
      List<String> tags,
      @Nullable String description,
      String lifecycleState,
      RunView createdByRun,
      Map<String, String> facets) {}

  /** A page of versions, latest first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VersionPage(List<VersionView> versions, int totalCount) {}

  VersionPage page(TableRow row, Pages page) {
    List<Change> changes = changes(row);
    return new VersionPage(views(row, changes, page.of(changes)), changes.size());
  }

  /** Empty where it has no such version. */
  Optional<VersionView> version(TableRow row, String version) {
    List<Change> changes = changes(row);
    List<Change> asked =
        changes.stream()
            .filter(change -> version(row.dataset().id(), change.said().by()).equals(version))
            .toList();
    return views(row, changes, asked).stream().findFirst();
  }

  private List<Change> changes(TableRow row) {
    return TableHistory.of(words.history(row.dataset().id())).reversed();
  }

  private List<VersionView> views(TableRow row, List<Change> all, List<Change> shown) {
    Map<String, KnownRun> runs =
        history.all(shown.stream().map(change -> change.said().by().runId()).toList());
    List<VersionView> views = new ArrayList<>();
    for (Change change : shown) {
      boolean latest = change.equals(all.getFirst());
      KnownRun run = runs.get(change.said().by().runId());
      views.add(
          view(
              row,
              change,
              latest ? Field.of(datasets.described(row)) : List.of(),
              run == null
                  ? RunView.of(change.said().writer().job(), change.said().by())
                  : RunView.of(run)));
    }
    return views;
  }

  private static VersionView view(TableRow row, Change change, List<Field> fields, RunView run) {
    Id id = Id.of(row.dataset());
    Confirmation by = change.said().by();
    String version = version(row.dataset().id(), by);
    return new VersionView(
        new VersionId(id.namespace(), id.name(), version),
        DatasetViews.TYPE,
        id.name(),
        id.name(),
        by.observedAt(),
        version,
        id.namespace(),
        id.namespace(),
        fields,
        List.of(),
        null,
        change.dropped() ? "DROP" : "",
        run,
        Map.of());
  }

  private static String version(String dataset, Confirmation by) {
    String text = String.join("\n", dataset, by.runId(), String.valueOf(by.statementIndex()));
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }
}
