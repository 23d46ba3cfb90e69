package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.adapter.DatasetViews.DatasetView;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Field;
import io.weirworks.lineage.marquez.adapter.EventViews.EventType;
import io.weirworks.lineage.marquez.adapter.NameSearch.Found;
import io.weirworks.lineage.openlineage.OpenLineageName;
import io.weirworks.lineage.run.history.RunState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search of Marquez's web client where its advanced search is on, in the shape of what
 * OpenSearch finds; here it looks at names as the other one does.
 */
@Controller("/api/v2beta/search")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HitsController {

  private static final int MOST = 10;

  private final NameSearch names;
  private final KnownDatasets datasets;
  private final KnownJobs jobs;

  HitsController(NameSearch names, KnownDatasets datasets, KnownJobs jobs) {
    this.names = names;
    this.datasets = datasets;
    this.jobs = jobs;
  }

  /**
   * A dataset or a job.
   *
   * @param runId the latest run of a job; of a dataset none is named
   * @param eventType what was told last of it
   * @param facets of a dataset its {@code schema}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Hit(
      @JsonProperty("run_id") @Nullable String runId,
      String name,
      String namespace,
      String eventType,
      @Nullable String type,
      Map<String, Schema> facets,
      Map<String, String> runFacets) {}

  /** Columns. */
  @Serdeable
  record Schema(List<Field> fields) {}

  /**
   * What was found.
   *
   * @param highlights where, one for each hit
   */
  @Serdeable
  record Hits(List<Hit> hits, List<Map<String, List<String>>> highlights) {}

  /** Jobs, the first {@value #MOST} by name. */
  @Get("/jobs")
  Hits jobs(@QueryValue(defaultValue = "") String q) {
    List<Job> found =
        first(names.jobs(q)).map(job -> new Job(job.namespace(), job.name())).toList();
    return hits(
        jobs.views(found, 1).stream()
            .map(
                job ->
                    new Hit(
                        job.latestRun().id(),
                        job.name(),
                        job.namespace(),
                        EventType.of(RunState.valueOf(job.latestRun().state())).name(),
                        job.type(),
                        Map.of(),
                        Map.of()))
            .toList());
  }

  /** Datasets, the first {@value #MOST} by name. */
  @Get("/datasets")
  Hits datasets(@QueryValue(defaultValue = "") String q) {
    List<DatasetView> found =
        datasets.views(
            first(names.datasets(q))
                .flatMap(one -> new OpenLineageName(one.namespace(), one.name()).dataset().stream())
                .toList());
    return hits(
        found.stream()
            .map(
                dataset ->
                    new Hit(
                        null,
                        dataset.name(),
                        dataset.namespace(),
                        EventType.COMPLETE.name(),
                        dataset.type(),
                        Map.of("schema", new Schema(dataset.fields())),
                        Map.of()))
            .toList());
  }

  private static Stream<Found> first(Stream<Found> found) {
    return found.sorted(Comparator.comparing(Found::name).thenComparing(Found::nodeId)).limit(MOST);
  }

  private static Hits hits(List<Hit> hits) {
    return new Hits(hits, hits.stream().map(hit -> Map.of("name", List.of(hit.name()))).toList());
  }
}
