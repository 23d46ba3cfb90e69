package io.weirworks.lineage.marquez.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.adapter.DatasetViews.DatasetView;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Field;
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

/**
 * Versions of a dataset: a version is when what it is made from changed. One of which nobody said
 * any of that, such as files that are read only, has one version: as it is known now. Marquez's web
 * client shows a dataset by its latest version.
 */
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
   * @param fields of the latest version, as tags, description and facets; of those before they are
   *     not kept, and empty
   * @param lifecycleState DROP, or empty
   * @param createdByRun the run that changed it; null where none did
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
      @Nullable RunView createdByRun,
      Map<String, Object> facets) {

    private static VersionView latest(DatasetView dataset, Made made) {
      return new VersionView(
          new VersionId(dataset.namespace(), dataset.name(), made.version),
          dataset.type(),
          dataset.name(),
          dataset.physicalName(),
          made.at,
          made.version,
          dataset.namespace(),
          dataset.sourceName(),
          dataset.fields(),
          dataset.tags(),
          dataset.description(),
          made.dropped ? "DROP" : "",
          made.by,
          dataset.facets());
    }

    private VersionView asOfOld() {
      return new VersionView(
          id,
          type,
          name,
          physicalName,
          createdAt,
          version,
          namespace,
          sourceName,
          List.of(),
          List.of(),
          null,
          lifecycleState,
          createdByRun,
          Map.of());
    }
  }

  /** A page of versions, latest first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VersionPage(List<VersionView> versions, int totalCount) {}

  /** How a version came to be. */
  private record Made(String version, Instant at, boolean dropped, @Nullable RunView by) {}

  VersionPage page(TableRow row, Pages page) {
    List<VersionView> all = all(row);
    return new VersionPage(page.of(all), all.size());
  }

  /** Empty where it has no such version. */
  Optional<VersionView> version(TableRow row, String version) {
    return all(row).stream().filter(view -> view.version().equals(version)).findFirst();
  }

  private List<VersionView> all(TableRow row) {
    DatasetView dataset = datasets.views(List.of(row.dataset())).getFirst();
    List<VersionView> views = new ArrayList<>();
    for (Made made : made(row)) {
      VersionView view = VersionView.latest(dataset, made);
      views.add(views.isEmpty() ? view : view.asOfOld());
    }
    return views;
  }

  private List<Made> made(TableRow row) {
    String id = row.dataset().id();
    List<Change> changes = TableHistory.of(words.history(id)).reversed();
    if (changes.isEmpty()) {
      return List.of(new Made(uuid(id), row.updatedAt(), false, null));
    }
    Map<String, KnownRun> runs =
        history.all(changes.stream().map(change -> change.said().by().runId()).toList());
    return changes.stream()
        .map(
            change -> {
              Confirmation by = change.said().by();
              KnownRun run = runs.get(by.runId());
              return new Made(
                  uuid(String.join("\n", id, by.runId(), String.valueOf(by.statementIndex()))),
                  by.observedAt(),
                  change.dropped(),
                  run == null ? RunView.of(change.said().writer().job(), by) : RunView.of(run));
            })
        .toList();
  }

  private static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }
}
