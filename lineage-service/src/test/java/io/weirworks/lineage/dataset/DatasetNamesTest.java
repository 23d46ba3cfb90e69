package io.weirworks.lineage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.PathName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are canonical in one place (field-failures R57). */
class DatasetNamesTest {

  private static final Map<String, List<String>> SPELLINGS =
      Map.of(
          "default.raw",
          List.of("raw", "RAW", "`raw`", "default.raw", "spark_catalog.default.raw"),
          "flights.raw",
          List.of("flights.raw", "Flights.Raw", "`flights`.`raw`", "flights.\"RAW\""),
          "flights.clean",
          List.of("flights.clean", "FLIGHTS.CLEAN", " flights.clean ", "`FLIGHTS`.clean"),
          "flights.airports",
          List.of("flights.airports", "`Flights`.Airports", "SPARK_CATALOG.flights.airports"),
          "ods.orders",
          List.of("ods.orders", "ODS.Orders", "\"ods\".\"orders\"", "`ods`.orders"),
          "iceberg.ods.orders",
          List.of("iceberg.ods.orders", "Iceberg.ODS.orders", "`iceberg`.`ods`.`orders`"),
          "dw.2001",
          List.of("dw.`2001`", "DW.2001", "`dw`.`2001`", "`DW`.`2001`"),
          "dw.a.b",
          List.of("dw.`a.b`", "`dw`.`A.B`", "DW.`a.B`", "dw.\"a.b\""),
          "dw.quote`d",
          List.of("dw.`quote``d`", "DW.`QUOTE``D`", "`dw`.`quote``D`", "dw.\"quote`d\""),
          "path:/data/Raw.json",
          List.of("path:/data/Raw.json", " path:/data/Raw.json", "path:/data/Raw.json "));

  @Test
  void manySpellingsOfTenDatasetsCollapseToTen() {
    SPELLINGS.forEach(
        (id, spellings) ->
            assertThat(spellings)
                .allSatisfy(
                    spelling ->
                        assertThat(DatasetNames.parse(spelling).map(DatasetRef::id))
                            .as(spelling)
                            .contains(id)));
    assertThat(SPELLINGS.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(38);
    assertThat(SPELLINGS).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", ".", "a.", ".a", "a..b", "`a", "a.\"b", "``", "path:"})
  void whatNamesNothingIsNoDataset(String written) {
    assertThat(DatasetNames.parse(written)).isEmpty();
  }

  @Test
  void longPathsKeepTheirDifferenceWithinTheLengthOfAKey() {
    // given
    String stem = "/data/" + "😀x".repeat(400);

    // when
    Set<String> ids =
        List.of(stem + "1", stem + "2").stream()
            .flatMap(path -> DatasetNames.of(new PathName(path)).stream())
            .map(DatasetRef::id)
            .collect(Collectors.toSet());

    // then
    assertThat(ids)
        .hasSize(2)
        .allSatisfy(
            id -> {
              assertThat(id.length()).isLessThanOrEqualTo(DatasetNames.LONGEST);
              assertThat(id).startsWith("path:/data/").doesNotContain("?");
              assertThat(id.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF).count()).isZero();
            });
  }
}
