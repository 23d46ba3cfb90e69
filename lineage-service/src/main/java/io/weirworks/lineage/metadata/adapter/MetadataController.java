package io.weirworks.lineage.metadata.adapter;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.adapter.Problem;
import io.weirworks.lineage.metadata.EntityId;
import io.weirworks.lineage.metadata.SearchHit;
import io.weirworks.lineage.metadata.SearchQuery;
import io.weirworks.lineage.metadata.adapter.MetadataViews.TableMetadataView;
import io.weirworks.lineage.metadata.adapter.SearchViews.HitView;
import io.weirworks.lineage.metadata.adapter.SearchViews.SearchPage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Data Map (dataworks-semantics 7.3). */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetadataController {

  private static final int LONGEST_PAGE = 200;
  private static final int LONGEST_TEXT = 200;

  private final DataMap map;
  private final EntityId ids;

  MetadataController(DataMap map, @Value("${weirworks.lineage.metastore:local}") String metastore) {
    this.map = map;
    this.ids = new EntityId(metastore);
  }

  /**
   * A table with all that is known of it beside its lineage; 404 where no run and no metastore has
   * shown it.
   *
   * @param name in any spelling; path: and the path for files, whose slashes are written %2F
   */
  @Get("/tables/{name}/metadata")
  HttpResponse<?> table(String name) {
    Optional<DatasetRef> dataset = DatasetNames.parse(name);
    if (dataset.isEmpty()) {
      return wrong("name", name, "not a table name; a right one is database.table or path:/files");
    }
    Optional<DataMap.Page> page = map.page(dataset.get().id());
    return page.isPresent()
        ? HttpResponse.ok(TableMetadataView.of(ids, page.get()))
        : HttpResponse.notFound(
            new Problem(
                "NotFound",
                "no successful run and no metastore has shown this dataset",
                "name",
                dataset.get().id()));
  }

  /**
   * Tables and columns by name, description, owner, tag, category or album, the most used first.
   *
   * @param q part of what is looked for, upper and lower case alike; empty: all tables that pass
   *     the filters
   * @param type all, table or column
   * @param database in which the table lies
   * @param owner who answers for the table
   * @param tag that the table has
   * @param category name of a category or album that the table is in
   * @param offset of the page, from 0
   * @param limit of the page, 1 to 200
   */
  @Get("/search")
  HttpResponse<?> search(
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "all") String type,
      @QueryValue(defaultValue = "") String database,
      @QueryValue(defaultValue = "") String owner,
      @QueryValue(defaultValue = "") String tag,
      @QueryValue(defaultValue = "") String category,
      @QueryValue(defaultValue = "0") int offset,
      @QueryValue(defaultValue = "20") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      return wrong("limit", String.valueOf(limit), "limit is from 1 to " + LONGEST_PAGE);
    }
    if (offset < 0) {
      return wrong("offset", String.valueOf(offset), "offset is 0 or more");
    }
    if (q.length() > LONGEST_TEXT) {
      return wrong("q", q.substring(0, LONGEST_TEXT), "q has at most 200 characters");
    }
    return scope(type)
        .<HttpResponse<?>>map(
            scope ->
                HttpResponse.ok(
                    page(
                        map.search(new SearchQuery(q, scope, database, owner, tag, category)),
                        offset,
                        limit)))
        .orElseGet(() -> wrong("type", type, "the types are all, table and column"));
  }

  private SearchPage page(DataMap.Found found, int offset, int limit) {
    List<SearchHit> hits = found.hits();
    int from = Math.min(offset, hits.size());
    int to = Math.min(hits.size(), from + limit);
    return new SearchPage(
        hits.subList(from, to).stream().map(hit -> HitView.of(ids, hit)).toList(),
        hits.size(),
        found.truncated(),
        to < hits.size() ? to : null);
  }

  private static Optional<SearchQuery.Scope> scope(String type) {
    return Arrays.stream(SearchQuery.Scope.values())
        .filter(scope -> scope.name().equalsIgnoreCase(type))
        .findFirst();
  }

  private static HttpResponse<?> wrong(String field, String value, String message) {
    return HttpResponse.badRequest(new Problem("InvalidParameter", message, field, value));
  }
}
