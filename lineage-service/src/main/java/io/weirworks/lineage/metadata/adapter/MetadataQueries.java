package io.weirworks.lineage.metadata.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.classification.ClassificationRule;
import io.weirworks.lineage.classification.Classifier;
import io.weirworks.lineage.collection.MetaCollection;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.SearchQuery;
import io.weirworks.lineage.metadata.TableCard;
import io.weirworks.lineage.metadata.TableMetadata;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the rows behind the Data Map. */
@Singleton
class MetadataQueries {

  /** Tables that one search looks at, the most read first. */
  static final int MOST_CANDIDATES = 1_000;

  private static final int MOST_RULES = 1_000;
  private static final int MOST_COLLECTIONS = 2_000;

  private static final String CARD =
      "SELECT t.id, t.kind, t.name, t.table_schema, m.metadata,"
          + " (SELECT COUNT(*) FROM dataset_use u WHERE u.dataset = t.id AND u.access = 'READ'"
          + " AND u.day > ?) AS read_runs FROM lineage_table t"
          + " LEFT JOIN table_metadata m ON m.dataset = t.id AND m.removed = FALSE"
          + " WHERE t.removed = FALSE AND ";

  private static final String FITS =
      "(LOCATE(?, LOWER(t.id)) > 0 OR LOCATE(?, LOWER(t.table_schema)) > 0"
          + " OR LOCATE(?, m.search_text) > 0 OR JSON_CONTAINS(?, JSON_QUOTE(t.id)))"
          + " AND (? = '' OR LOCATE(CONCAT(?, '.'), t.id) = 1)"
          + " AND (? = '' OR LOCATE(?, m.search_text) > 0)"
          + " AND (? = '' OR LOCATE(?, m.search_text) > 0)"
          + " AND (? = '' OR JSON_CONTAINS(?, JSON_QUOTE(t.id)))"
          + " ORDER BY read_runs DESC, t.id LIMIT "
          + (MOST_CANDIDATES + 1);

  private final DatabaseReads reads;

  MetadataQueries(DatabaseReads reads) {
    this.reads = reads;
  }

  Classifier classifier() {
    return new Classifier(
        reads.rows(
            "SELECT rule FROM classification_rule WHERE removed = FALSE ORDER BY id LIMIT "
                + MOST_RULES,
            row -> LineageJson.read(row.getString("rule"), ClassificationRule.class)));
  }

  List<MetaCollection> collections() {
    return reads.rows(
        "SELECT collection FROM meta_collection WHERE removed = FALSE ORDER BY id LIMIT "
            + MOST_COLLECTIONS,
        row -> LineageJson.read(row.getString("collection"), MetaCollection.class));
  }

  /** The table of this id; empty where nobody has shown it. */
  Optional<TableCard> card(String dataset, List<MetaCollection> collections, Instant now) {
    return reads
        .rows(CARD + "t.id = ?", row -> card(row, collections), since(now), dataset)
        .stream()
        .findFirst();
  }

  /**
   * Tables that may fit, the most read first: one more than a search looks at, where there are
   * more.
   */
  List<TableCard> cards(SearchQuery query, List<MetaCollection> collections, Instant now) {
    String text = query.text();
    String owner = query.owner().toLowerCase(Locale.ROOT);
    String tag = query.tag().toLowerCase(Locale.ROOT);
    return reads.rows(
        CARD + FITS,
        row -> card(row, collections),
        since(now),
        text,
        text,
        text,
        tables(collections, name -> name.toLowerCase(Locale.ROOT).contains(text)),
        query.database(),
        query.database(),
        owner,
        owner,
        tag,
        tag,
        query.collection(),
        tables(collections, query.collection()::equals));
  }

  /** Ids of the tables in collections of such names, as a JSON list. */
  private static String tables(List<MetaCollection> collections, Predicate<String> name) {
    return LineageJson.write(
        collections.stream()
            .filter(collection -> name.test(collection.name()))
            .flatMap(collection -> collection.tables().stream())
            .distinct()
            .toList());
  }

  private static String since(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(TableCard.USAGE_DAYS).toString();
  }

  private static TableCard card(ResultSet row, List<MetaCollection> collections)
      throws SQLException {
    DatasetRef dataset =
        new DatasetRef(
            row.getString("id"), DatasetKind.valueOf(row.getString("kind")), row.getString("name"));
    Optional<TableMetadata> metadata =
        Optional.ofNullable(row.getString("metadata"))
            .map(json -> LineageJson.read(json, TableMetadata.class));
    return new TableCard(
        DescribedTable.of(dataset, LineageJson.schema(row.getString("table_schema")), metadata),
        collections.stream()
            .filter(collection -> collection.tables().contains(dataset.id()))
            .map(MetaCollection::name)
            .sorted()
            .toList(),
        row.getLong("read_runs"));
  }
}
