package io.weirworks.schemas.evolution;

import static io.weirworks.schemas.evolution.ForbiddenChange.ENUM_SYMBOLS_CHANGED;
import static io.weirworks.schemas.evolution.ForbiddenChange.ENUM_WITHOUT_UNKNOWN;
import static io.weirworks.schemas.evolution.ForbiddenChange.FIELD_ADDED_WITHOUT_DEFAULT;
import static io.weirworks.schemas.evolution.ForbiddenChange.FIELD_REMOVED_OR_RENAMED;
import static io.weirworks.schemas.evolution.ForbiddenChange.ID_CHANGED;
import static io.weirworks.schemas.evolution.ForbiddenChange.MEANING_CHANGED;
import static io.weirworks.schemas.evolution.ForbiddenChange.RECORD_REMOVED;
import static io.weirworks.schemas.evolution.ForbiddenChange.TYPE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityGateTest {

  private static final String RELEASED =
      """
      namespace test;
      enum Colour { UNKNOWN, RED, GREEN } = UNKNOWN;
      record Inner { string text; }
      @topic("weirworks.test.events") record Tested {
        string id;
        int number;
        string note = "";
        string? comment = null;
        timestamp_ms at;
        Colour colour;
        Colour? other = null;
        array<Inner> list = [];
        map<long> counts = {};
      }
      """;

  static Stream<Arguments> forbidden() {
    return Stream.of(
        row("record removed", RECORD_REMOVED, "record Tested", "record Another"),
        row("record in another namespace", RECORD_REMOVED, "namespace test", "namespace test2"),
        row("record on another topic", RECORD_REMOVED, "weirworks.test.events", "weirworks.x"),
        row("record on no topic", RECORD_REMOVED, "@topic(\"weirworks.test.events\")", ""),
        row(
            "field added without default",
            FIELD_ADDED_WITHOUT_DEFAULT,
            "string id;",
            "string id; int more;"),
        row(
            "field added without default, further down",
            FIELD_ADDED_WITHOUT_DEFAULT,
            "string text;",
            "string text; int more;"),
        row("field removed", FIELD_REMOVED_OR_RENAMED, "int number;", ""),
        row("field renamed", FIELD_REMOVED_OR_RENAMED, "int number;", "int count;"),
        row(
            "optional field renamed with an alias",
            FIELD_REMOVED_OR_RENAMED,
            "string note = \"\";",
            "string @aliases([\"note\"]) text = \"\";"),
        row("type changed", TYPE_CHANGED, "string id;", "long id;"),
        row("type widened", TYPE_CHANGED, "int number;", "long number;"),
        row("field made optional", TYPE_CHANGED, "int number;", "int? number = null;"),
        row(
            "field made required",
            TYPE_CHANGED,
            "string? comment = null;",
            "string comment = \"\";"),
        row(
            "branch added to a union",
            TYPE_CHANGED,
            "string? comment = null;",
            "union { null, string, long } comment = null;"),
        row("list of another type", TYPE_CHANGED, "array<Inner>", "array<string>"),
        row("map of another type", TYPE_CHANGED, "map<long>", "map<int>"),
        row("nested record renamed", TYPE_CHANGED, "Inner", "Within"),
        row("instant became a number", MEANING_CHANGED, "timestamp_ms at;", "long at;"),
        row(
            "milliseconds became microseconds",
            MEANING_CHANGED,
            "timestamp_ms at;",
            "@logicalType(\"timestamp-micros\") long at;"),
        row("symbol removed", ENUM_SYMBOLS_CHANGED, "UNKNOWN, RED, GREEN }", "UNKNOWN, RED }"),
        row(
            "symbol renamed",
            ENUM_SYMBOLS_CHANGED,
            "UNKNOWN, RED, GREEN }",
            "UNKNOWN, RED, GREENISH }"),
        row(
            "symbols reordered",
            ENUM_SYMBOLS_CHANGED,
            "UNKNOWN, RED, GREEN }",
            "UNKNOWN, GREEN, RED }"),
        row(
            "symbol added before the end",
            ENUM_SYMBOLS_CHANGED,
            "UNKNOWN, RED, GREEN }",
            "UNKNOWN, BLUE, RED, GREEN }"),
        row("enum without default", ENUM_WITHOUT_UNKNOWN, "} = UNKNOWN;", "}"),
        row("enum with another default", ENUM_WITHOUT_UNKNOWN, "} = UNKNOWN;", "} = RED;"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forbidden")
  void forbiddenChangeIsRefusedByItsName(
      String name, ForbiddenChange change, String before, String after) {
    assertThat(CompatibilityGate.check(contract(RELEASED), contract(changed(before, after))))
        .as(name)
        .isNotEmpty()
        .extracting(Violation::change)
        .contains(change);
  }

  @Test
  void eachForbiddenChangeOfSchemasHasARow() {
    EnumSet<ForbiddenChange> inRows = EnumSet.of(ID_CHANGED);
    forbidden().forEach(row -> inRows.add((ForbiddenChange) row.get()[1]));
    assertThat(inRows).containsExactlyInAnyOrder(ForbiddenChange.values()).hasSize(8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "row changed, '1,test.Tested,aa,x', '1,test.Tested,bb,x'",
    "row given to another record, '1,test.Tested,aa,x', '1,test.Other,aa,x'",
    "row gone, '1,test.Tested,aa,x', '2,test.Tested,aa,x'"
  })
  void rowOfAnIdNeitherChangesNorGoes(String name, String before, String after) {
    assertThat(
            CompatibilityGate.check(
                new Contract(new TreeMap<>(), idRows(before)),
                new Contract(new TreeMap<>(), idRows(after))))
        .as(name)
        .extracting(Violation::change)
        .containsExactly(ID_CHANGED);
  }

  static Stream<Arguments> allowed() {
    return Stream.of(
        Arguments.of("nothing", "string id;", "string id;"),
        Arguments.of("optional field added", "string id;", "string id; int more = 3;"),
        Arguments.of("field with a default removed", "string note = \"\";", ""),
        Arguments.of("fields reordered", "string id;\n  int number;", "int number;\n  string id;"),
        Arguments.of("symbol added at the end", "GREEN }", "GREEN, BLUE }"),
        Arguments.of("default added", "int number;", "int number = 1;"),
        Arguments.of("documentation added", "string id;", "/** Its id. */ string id;"),
        Arguments.of(
            "record added",
            "record Inner",
            "@topic(\"weirworks.test.events\") record More { string id; } record Inner"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allowed")
  void changeThatBreaksNobodyPasses(String name, String before, String after) {
    assertThat(CompatibilityGate.check(contract(RELEASED), contract(changed(before, after))))
        .as(name)
        .isEmpty();
  }

  @Test
  void newIdsPass() {
    assertThat(
            CompatibilityGate.check(
                new Contract(new TreeMap<>(), idRows("1,a,aa,x")),
                new Contract(new TreeMap<>(), idRows("1,a,aa,x", "2,b,bb,y"))))
        .isEmpty();
  }

  @Test
  void versionIsHeldAgainstAllReleasedOnesNotOnlyTheLast() {
    // given a field that goes and comes back as another type
    Schema first = tested(RELEASED);
    Schema second = tested(changed("string note = \"\";", ""));
    Schema third = tested(changed("string note = \"\";", "int note = 0;"));

    // when, then
    assertThat(CompatibilityGate.check(List.of(first), second)).isEmpty();
    assertThat(CompatibilityGate.check(List.of(second), third)).isEmpty();
    assertThat(CompatibilityGate.check(List.of(first, second), third))
        .extracting(Violation::change)
        .containsExactly(TYPE_CHANGED);
  }

  @Test
  void violationSaysWhereAndWhat() {
    assertThat(
            CompatibilityGate.check(
                contract(RELEASED), contract(changed("string text;", "int text;"))))
        .singleElement()
        .hasToString("TYPE_CHANGED at test.Tested.list[].text: string became int");
  }

  private static Arguments row(String name, ForbiddenChange change, String before, String after) {
    return Arguments.of(name, change, before, after);
  }

  private static String changed(String before, String after) {
    assertThat(RELEASED).contains(before);
    return RELEASED.replace(before, after);
  }

  private static Contract contract(String idl) {
    return new Contract(IdlFiles.records(List.of(IdlFiles.parse("test", idl))), new TreeMap<>());
  }

  private static Schema tested(String idl) {
    return contract(idl).schemas().firstEntry().getValue().getLast();
  }

  private static SortedMap<Integer, String> idRows(String... rows) {
    SortedMap<Integer, String> byId = new TreeMap<>();
    Arrays.stream(rows).forEach(row -> byId.put(Integer.parseInt(row.substring(0, 1)), row));
    return byId;
  }
}
