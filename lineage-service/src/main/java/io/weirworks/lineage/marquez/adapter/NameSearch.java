package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.marquez.NodeId;
import io.weirworks.lineage.openlineage.OpenLineageName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Datasets and jobs that have a text in their name, in upper or lower case. */
@Singleton
class NameSearch {

  private final KnownDatasets datasets;
  private final KnownJobs jobs;

  NameSearch(KnownDatasets datasets, KnownJobs jobs) {
    this.datasets = datasets;
    this.jobs = jobs;
  }

  /** A dataset or a job. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Found(String name, Instant updatedAt, String namespace, String nodeId, String type) {

    private boolean fits(String part) {
      return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
  }

  Stream<Found> datasets(String part) {
    return datasets.all().stream()
        .map(
            row -> {
              OpenLineageName name = OpenLineageName.of(row.dataset());
              return new Found(
                  name.name(),
                  row.updatedAt(),
                  name.namespace(),
                  NodeId.of(row.dataset()),
                  "DATASET");
            })
        .filter(found -> found.fits(part));
  }

  Stream<Found> jobs(String part) {
    return jobs.all().stream()
        .map(
            listed ->
                new Found(
                    listed.job().name(),
                    listed.updatedAt(),
                    listed.job().namespace(),
                    NodeId.of(listed.job()),
                    "JOB"))
        .filter(found -> found.fits(part));
  }
}
