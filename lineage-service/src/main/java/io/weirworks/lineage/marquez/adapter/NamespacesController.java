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
import io.weirworks.lineage.metadata.adapter.SaidOfTables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marquez's lists of what there is, besides datasets and jobs. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NamespacesController {

  private final Namespaces namespaces;
  private final SaidOfTables metadata;

  NamespacesController(Namespaces namespaces, SaidOfTables metadata) {
    this.namespaces = namespaces;
    this.metadata = metadata;
  }

  /** All tags of a page. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Tags(List<Tag> tags) {}

  /** A tag; the Data Map's have no description. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Tag(String name, @Nullable String description) {}

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
    return namespaces.named(namespace);
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

  /**
   * Tags that tables have in the Data Map, in their order.
   *
   * @param limit tags at most, 1 to 1000
   * @param offset tags that are passed over
   */
  @Get("/tags")
  Tags tags(
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    return new Tags(
        new Pages(limit, offset)
            .of(metadata.tags().stream().map(name -> new Tag(name, null)).toList()));
  }
}
