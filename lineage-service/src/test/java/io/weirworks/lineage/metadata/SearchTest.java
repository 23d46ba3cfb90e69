package io.weirworks.lineage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.SearchQuery.Scope;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Search over tables and columns. */
class SearchTest {

  private static final List<TableCard> CARDS =
      List.of(
          card("flights.raw", "Landing zone", "ada", List.of("raw"), List.of(), 1, "delay"),
          card(
              "flights.delays",
              "Daily figures",
              "bob",
              List.of("gold"),
              List.of("Reports"),
              9,
              "avg_delay"),
          card("shop.orders", "Late orders, by delay", "bob", List.of("gold"), List.of(), 5, "id"));

  static Stream<Arguments> searches() {
    return Stream.of(
        Arguments.of(
            query("DELAY", Scope.ALL),
            List.of(
                "flights.delays NAME",
                "flights.delays.avg_delay NAME",
                "shop.orders DESCRIPTION",
                "flights.raw.delay NAME")),
        Arguments.of(
            query("delay", Scope.COLUMN),
            List.of("flights.delays.avg_delay NAME", "flights.raw.delay NAME")),
        Arguments.of(query("landing", Scope.ALL), List.of("flights.raw DESCRIPTION")),
        Arguments.of(query("bob", Scope.ALL), List.of("flights.delays OWNER", "shop.orders OWNER")),
        Arguments.of(query("gold", Scope.ALL), List.of("flights.delays TAG", "shop.orders TAG")),
        Arguments.of(query("report", Scope.ALL), List.of("flights.delays COLLECTION")),
        Arguments.of(
            new SearchQuery("", Scope.ALL, "Flights", "", "", ""),
            List.of("flights.delays NAME", "flights.raw NAME")),
        Arguments.of(
            new SearchQuery("", Scope.ALL, "", "BOB", "gold", "Reports"),
            List.of("flights.delays NAME")),
        Arguments.of(new SearchQuery("", Scope.ALL, "", "", "silver", ""), List.of()));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void findsByNameDescriptionOwnerTagAndCollectionTheMostUsedFirst(
      SearchQuery query, List<String> found) {
    assertThat(new Search(query).hits(CARDS))
        .extracting(hit -> hit.name() + " " + hit.matched())
        .containsExactlyElementsOf(found);
  }

  @ParameterizedTest
  @CsvSource({
    "flights.airports, TABLE, hms-table:c-1::flights::airports, hms-column:c-1::flights::airports:iata",
    "ice.flights.airports, TABLE, hms-table:c-1:ice:flights::airports, hms-column:c-1:ice:flights::airports:iata",
    "path:/data/a.csv, PATH, path:/data/a.csv, path:/data/a.csv:iata"
  })
  void idsAreInTheVendorsForm(String dataset, DatasetKind kind, String table, String column) {
    // given
    EntityId ids = new EntityId("c-1");
    DatasetRef ref = new DatasetRef(dataset, kind, dataset);

    // then
    assertThat(ids.table(ref)).isEqualTo(table);
    assertThat(ids.column(ref, "iata")).isEqualTo(column);
  }

  private static SearchQuery query(String text, Scope scope) {
    return new SearchQuery(text, scope, "", "", "", "");
  }

  private static TableCard card(
      String id,
      String description,
      String owner,
      List<String> tags,
      List<String> collections,
      long reads,
      String column) {
    DatasetRef dataset = new DatasetRef(id, DatasetKind.TABLE, id);
    TableMetadata metadata =
        new TableMetadata(
            dataset,
            new BusinessMetadata("", description, owner, tags),
            new TreeMap<>(),
            null,
            null);
    TableSchema schema =
        new TableSchema(List.of(new SchemaChange.Column(column, Optional.of("int"))), List.of());
    return new TableCard(
        DescribedTable.of(dataset, Optional.of(schema), Optional.of(metadata)), collections, reads);
  }
}
