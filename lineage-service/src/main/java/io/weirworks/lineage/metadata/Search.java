package io.weirworks.lineage.metadata;

import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.SearchHit.Matched;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Search over tables and columns (dataworks-semantics 7.3), ranked by use. */
public record Search(SearchQuery query) {

  /** The most read first; of those used alike the better match, then by name. */
  private static final Comparator<SearchHit> RANK =
      Comparator.comparingLong((SearchHit hit) -> hit.card().reads())
          .reversed()
          .thenComparing(SearchHit::matched)
          .thenComparing(SearchHit::name);

  /** All that fits, best first. */
  public List<SearchHit> hits(Collection<TableCard> cards) {
    return cards.stream().filter(this::passes).flatMap(this::hits).sorted(RANK).toList();
  }

  private boolean passes(TableCard card) {
    String id = card.table().dataset().id();
    return (query.database().isEmpty() || id.startsWith(query.database() + "."))
        && (query.owner().isEmpty() || query.owner().equalsIgnoreCase(card.table().owner()))
        && (query.tag().isEmpty()
            || card.table().metadata().business().tags().contains(query.tag()))
        && (query.collection().isEmpty() || card.collections().contains(query.collection()));
  }

  private Stream<SearchHit> hits(TableCard card) {
    Stream<SearchHit> table =
        table(card).map(matched -> new SearchHit(card, null, matched)).stream();
    Stream<SearchHit> columns =
        card.table().columns().stream()
            .flatMap(
                column ->
                    column(column).map(matched -> new SearchHit(card, column, matched)).stream());
    return switch (query.scope()) {
      case ALL -> query.text().isEmpty() ? table : Stream.concat(table, columns);
      case TABLE -> table;
      case COLUMN -> columns;
    };
  }

  private Optional<Matched> table(TableCard card) {
    DescribedTable table = card.table();
    BusinessMetadata business = table.metadata().business();
    TableSnapshot snapshot = table.metadata().snapshot();
    String comment = snapshot == null ? null : snapshot.comment();
    if (has(table.dataset().id())) {
      return Optional.of(Matched.NAME);
    }
    if (has(business.description())
        || has(business.usageNote())
        || (comment != null && has(comment))) {
      return Optional.of(Matched.DESCRIPTION);
    }
    if (has(table.owner())) {
      return Optional.of(Matched.OWNER);
    }
    if (business.tags().stream().anyMatch(this::has)) {
      return Optional.of(Matched.TAG);
    }
    return card.collections().stream().anyMatch(this::has)
        ? Optional.of(Matched.COLLECTION)
        : Optional.empty();
  }

  private Optional<Matched> column(DescribedColumn column) {
    if (has(column.name())) {
      return Optional.of(Matched.NAME);
    }
    return column.comments().stream().anyMatch(this::has)
        ? Optional.of(Matched.DESCRIPTION)
        : Optional.empty();
  }

  private boolean has(String text) {
    return text.toLowerCase(Locale.ROOT).contains(query.text());
  }
}
