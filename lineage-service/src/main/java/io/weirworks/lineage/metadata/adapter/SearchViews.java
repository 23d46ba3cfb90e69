package io.weirworks.lineage.metadata.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.EntityId;
import io.weirworks.lineage.metadata.SearchHit;
import io.weirworks.lineage.metadata.TableSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search answers, as JSON. */
final class SearchViews {

  private SearchViews() {}

  /**
   * Something found.
   *
   * @param id in the vendor's form
   * @param type TABLE or COLUMN
   * @param column absent for a table
   * @param description what people say; where they say nothing, the metastore's comment
   * @param matched where: NAME, DESCRIPTION, OWNER, TAG or COLLECTION
   * @param reads runs that read the table within 30 days
   */
  @Serdeable
  public record HitView(
      String id,
      String type,
      String table,
      @Nullable String column,
      @Nullable String description,
      @Nullable String owner,
      List<String> tags,
      String matched,
      long reads) {

    static HitView of(EntityId ids, SearchHit hit) {
      DescribedTable table = hit.card().table();
      DescribedColumn column = hit.column();
      return new HitView(
          column == null ? ids.table(table.dataset()) : ids.column(table.dataset(), column.name()),
          column == null ? "TABLE" : "COLUMN",
          table.dataset().id(),
          column == null ? null : column.name(),
          column == null ? description(table) : description(column),
          MetadataViews.said(table.owner()),
          table.metadata().business().tags(),
          hit.matched().name(),
          hit.card().reads());
    }

    private static @Nullable String description(DescribedTable table) {
      String said = MetadataViews.said(table.metadata().business().description());
      TableSnapshot snapshot = table.metadata().snapshot();
      return said == null && snapshot != null ? snapshot.comment() : said;
    }

    private static @Nullable String description(DescribedColumn column) {
      String said = MetadataViews.said(column.description());
      return said == null ? column.comment() : said;
    }
  }

  /**
   * A page of what was found, the most used first.
   *
   * @param total of all pages
   * @param truncated whether tables that were read less were not looked at: ask more closely
   * @param next what to hand in as {@code offset} for the next page; absent on the last
   */
  @Serdeable
  public record SearchPage(
      List<HitView> hits, int total, boolean truncated, @Nullable Integer next) {}
}
