package io.weirworks.lineage.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.catalogue.Catalogue;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDecisionTest {

  private static final SqlLineage LINEAGE = SqlLineage.create();
  private static final Catalogue NOTHING = table -> Optional.empty();
  private static final Run RUN =
      new Run(
          "run-1",
          "ni-1",
          "wi-1",
          "demo",
          "flights",
          "n1",
          "clean",
          "2001-01-01",
          Instant.ofEpochSecond(1000));

  private static RunScript script(int omitted, List<@Nullable String> texts) {
    List<RunStatement> statements = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      statements.add(new RunStatement(i, texts.get(i), "f".repeat(64), null));
    }
    return new RunScript(RUN, Dialect.SPARK, statements, omitted);
  }

  private static RunScript script(String... texts) {
    return script(0, List.of(texts));
  }

  /** Tells the whole script as the service does, decision by decision. */
  private static Told tell(RunScript script, Catalogue catalogue) {
    ScriptReading reading = new ScriptReading(LINEAGE, script, catalogue);
    Told told = new Told(null, new ArrayList<>(), 0);
    while (true) {
      RunLineage state = told.state;
      RunDecision decision = RunDecision.decide(state == null ? 0 : state.next(), script, reading);
      for (RunDecision.Step step : decision.steps()) {
        told = told.with(step);
      }
      told = new Told(told.state, told.steps, told.decisions + 1);
      if (decision.complete()) {
        return told;
      }
    }
  }

  private record Told(@Nullable RunLineage state, List<RunDecision.Step> steps, int decisions) {

    Told with(RunDecision.Step step) {
      steps.add(step);
      return new Told(RunLineage.evolve(state, step.event()), steps, decisions);
    }

    List<StatementRecord> records() {
      return events()
          .flatMap(e -> e instanceof RunEvent.Recorded r ? Stream.of(r.record()) : Stream.empty())
          .toList();
    }

    List<Gap> gaps() {
      return events()
          .flatMap(e -> e instanceof RunEvent.Missed m ? Stream.of(m.gap()) : Stream.empty())
          .toList();
    }

    private Stream<RunEvent> events() {
      return steps.stream().map(RunDecision.Step::event);
    }

    List<TableUpdate> updates(String dataset) {
      return steps.stream()
          .flatMap(step -> step.updates().stream())
          .filter(update -> update.dataset().id().equals(dataset))
          .toList();
    }
  }

  private static List<String> edges(List<ColumnEdge> edges) {
    return edges.stream()
        .map(
            e ->
                e.sourceDataset()
                    + "."
                    + e.sourceColumn()
                    + " -> "
                    + e.targetDataset()
                    + "."
                    + e.targetColumn()
                    + " "
                    + e.flow())
        .sorted()
        .toList();
  }

  @Test
  void statementsOfARunAreReadInOneSession() {
    // when
    Told told =
        tell(
            script(
                "USE flights",
                "CREATE TEMPORARY VIEW v AS SELECT origin AS o FROM raw",
                "INSERT INTO clean SELECT o FROM v"),
            NOTHING);

    // then
    assertThat(told.records()).hasSize(1);
    StatementRecord insert = told.records().getFirst();
    assertThat(insert.index()).isEqualTo(2);
    assertThat(insert.inputs()).extracting(DatasetRef::id).containsExactly("flights.raw");
    assertThat(edges(insert.columnEdges()))
        .containsExactly("flights.raw.origin -> flights.clean.o IDENTITY");
  }

  @Test
  void databaseThatTheEngineNamedIsTheOneThatNamesMean() {
    // given
    RunStatement insert =
        new RunStatement(0, "INSERT INTO b SELECT x FROM a", "f".repeat(64), "spark_catalog.ods");
    RunScript script = new RunScript(RUN, Dialect.SPARK, List.of(insert), 0);

    // then
    assertThat(tell(script, NOTHING).records().getFirst().tableEdges())
        .extracting(edge -> edge.source().id(), edge -> edge.target().id())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ods.a", "ods.b"));
  }

  @Test
  void columnsOfTheCatalogueAndOfTheScriptItselfAreKnown() {
    // given
    TableSchema raw =
        new TableSchema(
            List.of(new Column("x", Optional.empty()), new Column("y", Optional.empty())),
            List.of());
    Catalogue catalogue =
        table -> table.equals("default.raw") ? Optional.of(raw) : Optional.empty();

    // when
    Told told =
        tell(
            script("CREATE TABLE copy (a INT, b INT)", "INSERT INTO copy SELECT * FROM raw"),
            catalogue);

    // then
    assertThat(edges(told.records().getLast().columnEdges()))
        .containsExactly(
            "default.raw.x -> default.copy.a IDENTITY", "default.raw.y -> default.copy.b IDENTITY");
    assertThat(told.records().getLast().columnEdges())
        .allSatisfy(edge -> assertThat(edge.fromCatalogue()).isTrue());
  }

  @Test
  void renamedTableTakesItsColumnsWithIt() {
    // when
    Told told = tell(script("CREATE TABLE a (x INT)", "ALTER TABLE a RENAME TO b"), NOTHING);

    // then
    assertThat(told.updates("default.b").getLast().schemaChanges())
        .hasSize(1)
        .first()
        .isInstanceOfSatisfying(
            SchemaChange.Created.class,
            created -> assertThat(created.columns()).extracting(Column::name).containsExactly("x"));
    assertThat(told.updates("default.a").getLast().schemaChanges())
        .hasSize(1)
        .first()
        .isInstanceOf(SchemaChange.Dropped.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELEC 1 FROM t | SYNTAX_ERROR",
        "INSERT INTO r SELECT c FROM a JOIN b ON a.k = b.k | COLUMN_NOT_ATTRIBUTED",
      })
  void whatIsNotKnownIsAGapWithItsCode(String text, Gap.Code code) {
    Told told = tell(script("SELECT 1", text), NOTHING);
    assertThat(told.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.code()).isEqualTo(code);
              assertThat(gap.statementIndex()).isEqualTo(1);
              assertThat(gap.message()).isNotBlank();
            });
  }

  @Test
  void badStatementCostsOnlyItself() {
    Told told =
        tell(
            script("INSERT INTO b SELECT x FROM a", "SELEC", "INSERT INTO c SELECT x FROM b"),
            NOTHING);
    assertThat(told.records()).extracting(StatementRecord::index).containsExactly(0, 2);
    assertThat(told.gaps()).extracting(Gap::line, Gap::column).hasSize(1);
  }

  @Test
  void textThatWasNotCarriedIsAGapWithItsHash() {
    // given
    List<@Nullable String> texts = new ArrayList<>();
    texts.add(null);
    texts.add("INSERT INTO b SELECT x FROM a");

    // when
    Told told = tell(script(7, texts), NOTHING);

    // then
    assertThat(told.gaps()).extracting(Gap::code).containsOnly(Gap.Code.TEXT_NOT_CARRIED);
    assertThat(told.gaps()).extracting(Gap::statementIndex).containsExactly(0, null);
    assertThat(told.gaps().getFirst().message()).contains("f".repeat(64));
    assertThat(told.state())
        .extracting(RunLineage::statements, RunLineage::gaps, RunLineage::recorded)
        .containsExactly(9, 8, 1);
  }

  @Test
  void runThatWasToldTellsNothingAgain() {
    // given
    RunScript script = script("INSERT INTO b SELECT x FROM a", "SELEC", "SELECT 1");
    RunLineage state = Objects.requireNonNull(tell(script, NOTHING).state());

    // when
    RunDecision again =
        RunDecision.decide(state.next(), script, new ScriptReading(LINEAGE, script, NOTHING));

    // then
    assertThat(again.steps()).isEmpty();
    assertThat(again.complete()).isTrue();
  }

  @Test
  void longScriptIsToldInSeveralStepsAndEachStatementOnce() {
    // given
    List<@Nullable String> texts = new ArrayList<>();
    IntStream.range(0, 1_000).forEach(i -> texts.add("INSERT INTO t SELECT x FROM s" + i));
    IntStream.range(0, 500).forEach(i -> texts.add("SET a.b=" + i));

    // when
    Told told = tell(script(0, texts), NOTHING);

    // then
    assertThat(told.decisions()).isBetween(8, 20);
    assertThat(told.records())
        .extracting(StatementRecord::index)
        .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void statementWithMoreEdgesThanARecordHoldsKeepsItsTables() {
    // given
    String columns = String.join(", ", IntStream.range(0, 400).mapToObj(i -> "c" + i).toList());
    String sums =
        String.join(
            ", ",
            IntStream.range(0, 100).mapToObj(i -> "concat(" + columns + ") AS s" + i).toList());

    // when
    Told told = tell(script("INSERT INTO t SELECT " + sums + " FROM a"), NOTHING);

    // then
    assertThat(told.gaps()).extracting(Gap::code).containsExactly(Gap.Code.TOO_MANY_EDGES);
    assertThat(told.records().getFirst().columnEdges()).isEmpty();
    assertThat(told.records().getFirst().tableEdges()).hasSize(1);
  }

  @Test
  void whatIsWrittenIsToldWhatItIsMadeFromAndWhatIsReadForNobodyThatItWasRead() {
    // when
    Told told =
        tell(
            script("INSERT INTO r SELECT a.x, b.y FROM a JOIN b ON a.k = b.k", "SELECT * FROM c"),
            NOTHING);

    // then
    TableUpdate written = told.updates("default.r").getFirst();
    assertThat(written.tableEdges()).hasSize(2);
    assertThat(edges(written.columnEdges()))
        .contains("default.a.k -> default.r.null JOIN", "default.a.x -> default.r.x IDENTITY");
    assertThat(written.complete()).isTrue();
    assertThat(told.updates("default.a")).isEmpty();
    assertThat(told.updates("default.b")).isEmpty();
    assertThat(told.updates("default.c"))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.complete()).isFalse();
              assertThat(read.version().saysNothing()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "EMR_SPARK_SQL,SPARK",
    "SERVERLESS_SPARK_SQL,SPARK",
    "EMR_HIVE,HIVE",
    "EMR_PRESTO,ANSI",
    "EMR_TRINO,ANSI"
  })
  void nodeTypeSaysWhoseSqlItIs(String nodeType, Dialect dialect) {
    assertThat(RunScript.dialect(nodeType)).isEqualTo(dialect);
  }
}
