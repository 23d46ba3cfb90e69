package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.adapter.DatasetVersions.VersionPage;
import io.weirworks.lineage.marquez.adapter.DatasetVersions.VersionView;
import io.weirworks.lineage.marquez.adapter.DatasetViews.DatasetPage;
import io.weirworks.lineage.marquez.adapter.DatasetViews.DatasetView;
import java.util.List;

/** Datasets of a namespace; names with slashes are written %2F. */
@Controller("/api/v1/namespaces/{namespace}/datasets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DatasetsController {

  private final KnownDatasets datasets;
  private final DatasetVersions versions;
  private final Namespaces namespaces;

  DatasetsController(KnownDatasets datasets, DatasetVersions versions, Namespaces namespaces) {
    this.datasets = datasets;
    this.versions = versions;
    this.namespaces = namespaces;
  }

  /**
   * Datasets in the order of their names.
   *
   * @param limit datasets at most, 1 to 1000
   * @param offset datasets that are passed over
   */
  @Get
  DatasetPage list(
      String namespace,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    Pages page = new Pages(limit, offset);
    List<TableRow> all = datasets.in(namespace);
    if (all.isEmpty()) {
      namespaces.named(namespace); // one of jobs only has no datasets, any other is not known
    }
    return new DatasetPage(
        datasets.views(page.of(all).stream().map(TableRow::dataset).toList()), all.size());
  }

  /** One of them with its columns and what they are made from. */
  @Get("/{dataset}")
  DatasetView dataset(String namespace, String dataset) {
    TableRow row = datasets.named(namespace, dataset);
    return datasets.views(List.of(row.dataset())).getFirst();
  }

  /**
   * When what it is made from changed, and by which run; latest first.
   *
   * @param limit versions at most, 1 to 1000
   * @param offset versions that are passed over
   */
  @Get("/{dataset}/versions")
  VersionPage versions(
      String namespace,
      String dataset,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    return versions.page(datasets.named(namespace, dataset), new Pages(limit, offset));
  }

  /** One of them; 404 where it has no such version. */
  @Get("/{dataset}/versions/{version}")
  VersionView version(String namespace, String dataset, String version) {
    return versions
        .version(datasets.named(namespace, dataset), version)
        .orElseThrow(
            () ->
                RefusedReadException.unknown(
                    "version", version, "the dataset has no version of this name"));
  }
}
