package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.adapter.Namespaces.NamespacePage;
import io.weirworks.lineage.marquez.adapter.Namespaces.NamespaceView;
import io.weirworks.lineage.marquez.adapter.Namespaces.SourcePage;
import io.weirworks.lineage.marquez.adapter.Namespaces.SourceView;
import java.util.List;

/** Marquez's lists of what there is, besides datasets and jobs. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NamespacesController {

  private final Namespaces namespaces;

  NamespacesController(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  /** Tags of datasets: lineage has none. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Tags(List<String> tags) {}

  /** Events as engines sent them: they are read and not kept. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Events(List<String> events, int totalCount) {}

  /**
   * Namespaces of datasets and jobs in the order of their names.
   *
   * @param limit namespaces at most, 1 to 1000
   * @param offset namespaces that are passed over
   */
  @Get("/namespaces")
  NamespacePage namespaces(
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    return new NamespacePage(new Pages(limit, offset).of(namespaces.all()));
  }

  /** One of them; 404 where nothing is of it. */
  @Get("/namespaces/{namespace}")
  NamespaceView namespace(String namespace) {
    return namespaces.all().stream()
        .filter(one -> one.name().equals(namespace))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedReadException.unknown(
                    "namespace", namespace, "no dataset and no job is of this namespace"));
  }

  /**
   * Namespaces of datasets as Marquez's sources.
   *
   * @param limit sources at most, 1 to 1000
   * @param offset sources that are passed over
   */
  @Get("/sources")
  SourcePage sources(
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    return new SourcePage(new Pages(limit, offset).of(namespaces.sources()));
  }

  /** One of them; 404 where no dataset is of it. */
  @Get("/sources/{source}")
  SourceView source(String source) {
    return namespaces.sources().stream()
        .filter(one -> one.name().equals(source))
        .findFirst()
        .orElseThrow(
            () -> RefusedReadException.unknown("source", source, "no dataset is of this source"));
  }

  /** None. */
  @Get("/tags")
  Tags tags() {
    return new Tags(List.of());
  }

  /** None. */
  @Get("/events/lineage")
  Events events() {
    return new Events(List.of(), 0);
  }
}
