package io.weirworks.lineage.metadata.adapter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.adapter.Problem;
import io.weirworks.lineage.metadata.PartitionList;
import io.weirworks.lineage.metadata.adapter.PartitionViews.PartitionPage;
import java.util.Optional;

/** Partitions of tables: the vendor's ListPartitions and GetPartition (dataworks-semantics 7.3). */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PartitionsController {

  private static final int LONGEST_PAGE = 1_000;

  private final DataMap map;

  PartitionsController(DataMap map) {
    this.map = map;
  }

  /**
   * The partitions of a table that statements of successful runs named or the metastore has, the
   * last by name first; 404 where no run and no metastore has shown the table, or it has no
   * partition of that name.
   *
   * @param name of the table, in any spelling
   * @param partition only the one of this name, such as ds=20010101/hr=01; empty: all
   * @param offset of the page, from 0
   * @param limit of the page, 1 to 1,000
   */
  @Get("/tables/{name}/partitions")
  HttpResponse<?> partitions(
      String name,
      @QueryValue(defaultValue = "") String partition,
      @QueryValue(defaultValue = "0") int offset,
      @QueryValue(defaultValue = "100") int limit) {
    Optional<DatasetRef> dataset = DatasetNames.parse(name);
    if (dataset.isEmpty()) {
      return wrong("name", name, "not a table name; a right one is database.table");
    }
    if (limit < 1 || limit > LONGEST_PAGE) {
      return wrong("limit", String.valueOf(limit), "limit is from 1 to " + LONGEST_PAGE);
    }
    if (offset < 0) {
      return wrong("offset", String.valueOf(offset), "offset is 0 or more");
    }
    String id = dataset.get().id();
    Optional<PartitionList> all = map.partitions(id);
    if (all.isEmpty()) {
      return missing("no successful run and no metastore has shown this dataset", "name", id);
    }
    PartitionList list = partition.isEmpty() ? all.get() : only(all.get(), partition);
    return !partition.isEmpty() && list.partitions().isEmpty()
        ? missing("no statement and no metastore has named this partition", "partition", partition)
        : HttpResponse.ok(PartitionPage.of(list, offset, limit));
  }

  private static PartitionList only(PartitionList all, String name) {
    return new PartitionList(
        all.partitions().stream().filter(one -> one.name().equals(name)).toList(), false);
  }

  private static HttpResponse<?> wrong(String field, String value, String message) {
    return HttpResponse.badRequest(new Problem("InvalidParameter", message, field, value));
  }

  private static HttpResponse<?> missing(String message, String field, String value) {
    return HttpResponse.notFound(new Problem("NotFound", message, field, value));
  }
}
