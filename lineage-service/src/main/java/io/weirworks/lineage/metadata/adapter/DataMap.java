package io.weirworks.lineage.metadata.adapter;

import io.weirworks.lineage.classification.Classifier;
import io.weirworks.lineage.classification.Inheritance;
import io.weirworks.lineage.classification.Inheritance.ColumnName;
import io.weirworks.lineage.classification.Verdict;
import io.weirworks.lineage.collection.MetaCollection;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.PartitionList;
import io.weirworks.lineage.metadata.Search;
import io.weirworks.lineage.metadata.SearchHit;
import io.weirworks.lineage.metadata.SearchQuery;
import io.weirworks.lineage.metadata.TableCard;
import io.weirworks.lineage.partition.adapter.PartitionQueries;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the Data Map shows. */
@Singleton
class DataMap {

  private final MetadataQueries metadata;
  private final InheritanceReads inheritance;
  private final UseQueries uses;
  private final PartitionQueries partitions;
  private final InstantSource clock;

  DataMap(
      MetadataQueries metadata,
      InheritanceReads inheritance,
      UseQueries uses,
      PartitionQueries partitions,
      InstantSource clock) {
    this.metadata = metadata;
    this.inheritance = inheritance;
    this.uses = uses;
    this.partitions = partitions;
    this.clock = clock;
  }

  /**
   * A table with all that is known of it.
   *
   * @param verdicts by column, those that have one
   */
  record Page(
      TableCard card,
      Map<String, Verdict> verdicts,
      UseQueries.Usage usage,
      List<UseQueries.Output> outputs,
      PartitionList partitions) {}

  /**
   * What a search found.
   *
   * @param truncated whether tables that were read less were not looked at
   */
  record Found(List<SearchHit> hits, boolean truncated) {}

  Optional<Page> page(String dataset) {
    Instant now = clock.instant();
    return metadata
        .card(dataset, metadata.collections(), now)
        .map(
            card ->
                new Page(
                    card,
                    verdicts(card.table(), now),
                    uses.usage(dataset, card.reads()),
                    uses.outputs(dataset),
                    partitions(card.table())));
  }

  /** Empty where nobody has shown the table. */
  Optional<PartitionList> partitions(String dataset) {
    return metadata.card(dataset, List.of(), clock.instant()).map(card -> partitions(card.table()));
  }

  private PartitionList partitions(DescribedTable table) {
    return PartitionList.of(partitions.partitions(table.dataset().id()), table);
  }

  Found search(SearchQuery query) {
    List<MetaCollection> collections = metadata.collections();
    List<TableCard> cards = metadata.cards(query, collections, clock.instant());
    int most = Math.min(cards.size(), MetadataQueries.MOST_CANDIDATES);
    return new Found(
        new Search(query).hits(cards.subList(0, most)),
        cards.size() > MetadataQueries.MOST_CANDIDATES);
  }

  private Map<String, Verdict> verdicts(DescribedTable table, Instant now) {
    Classifier classifier = metadata.classifier();
    Inheritance inherited =
        inheritance.into(
            table.dataset().id(), table.columns().stream().map(DescribedColumn::name).toList());
    Map<String, Optional<DescribedTable>> sources = new HashMap<>();
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (DescribedColumn column : table.columns()) {
      column
          .verdict(classifier)
          .or(
              () ->
                  inherited.of(
                      new ColumnName(table.dataset().id(), column.name()),
                      source ->
                          sources
                              .computeIfAbsent(source.dataset(), id -> source(id, now))
                              .flatMap(described -> described.verdict(source, classifier))))
          .ifPresent(verdict -> verdicts.put(column.name(), verdict));
    }
    return verdicts;
  }

  private Optional<DescribedTable> source(String dataset, Instant now) {
    return metadata.card(dataset, List.of(), now).map(TableCard::table);
  }
}
