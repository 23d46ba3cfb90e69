package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.adapter.NameSearch.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Datasets and jobs by a part of their name. */
@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

  private final NameSearch names;

  SearchController(NameSearch names) {
    this.names = names;
  }

  /**
   * What was found.
   *
   * @param totalCount of all, shown or not
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Results(int totalCount, List<Found> results) {}

  /**
   * What has the text in its name, in upper or lower case.
   *
   * @param filter DATASET or JOB; absent for both
   * @param sort NAME or UPDATE_AT, latest first
   * @param limit results at most, 1 to 1000
   * @param namespace only of this one
   */
  @Get
  Results search(
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "") String filter,
      @QueryValue(defaultValue = "NAME") String sort,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "") String namespace) {
    Pages page = new Pages(limit, 0);
    List<Found> found =
        candidates(filter, q)
            .filter(one -> namespace.isEmpty() || one.namespace().equals(namespace))
            .sorted(order(sort))
            .toList();
    return new Results(found.size(), page.of(found));
  }

  private Stream<Found> candidates(String filter, String part) {
    return switch (filter.toUpperCase(Locale.ROOT)) {
      case "" -> Stream.concat(names.datasets(part), names.jobs(part));
      case "DATASET" -> names.datasets(part);
      case "JOB" -> names.jobs(part);
      default ->
          throw RefusedReadException.invalid("filter", filter, "the filters are DATASET and JOB");
    };
  }

  private static Comparator<Found> order(String sort) {
    Comparator<Found> byName = Comparator.comparing(Found::name).thenComparing(Found::nodeId);
    if (Set.of("UPDATE_AT", "UPDATED_AT").contains(sort.toUpperCase(Locale.ROOT))) {
      return Comparator.comparing(Found::updatedAt).reversed().thenComparing(byName);
    }
    if (sort.equalsIgnoreCase("NAME")) {
      return byName;
    }
    throw RefusedReadException.invalid("sort", sort, "the orders are NAME and UPDATE_AT");
  }
}
