package io.weirworks.lineage.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent.Engine;
import io.weirworks.lineage.openlineage.EngineEvent.Type;
import io.weirworks.lineage.openlineage.OpenLineageEvent.OfRun;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of OpenLineage events, and what is refused. */
class EventReaderTest {

  private static final String RUN =
      """
      {"eventType":"COMPLETE","eventTime":"2026-11-20T06:00:00Z",
       "run":{"runId":"01a1f748-de33-7a41-9d0e-000000000002"},
       "job":{"namespace":"ns","name":"job"}%s}
      """;

  static EngineEvent run(String text) throws NotAnEventException {
    return ((OfRun) EventReader.read(text)).event();
  }

  static String sample(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            EventReaderTest.class.getResourceAsStream("/openlineage/" + name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void sparkEventIsReadWithItsTablesColumnsAndRuns() throws Exception {
    EngineEvent event = run(sample("insert-overwrite-complete.json"));

    assertThat(event.type()).isEqualTo(Type.COMPLETE);
    assertThat(event.time()).isEqualTo(Instant.parse("2026-11-20T06:00:09.120Z"));
    assertThat(event.writer()).isEqualTo(new Job("demo-ws", "flow_1.node_1001"));
    assertThat(event.engine()).contains(new Engine("spark", "4.2.0"));
    assertThat(event.sql().orElseThrow()).startsWith("INSERT OVERWRITE dw.ads_user");
    assertThat(event.inputs()).extracting(DatasetRef::id).containsExactly("dw.ods_orders");
    assertThat(event.outputs()).extracting(DatasetRef::id).containsExactly("dw.ads_user");
    assertThat(event.columnEdges())
        .containsExactlyInAnyOrder(
            edge("user_id", "user_id", Flow.IDENTITY),
            edge("amount", "total", Flow.AGGREGATION),
            edge("user_id", null, Flow.GROUP_BY));
    assertThat(event.schemaChanges()).isEmpty();
    assertThat(Address.of(event))
        .isEqualTo(
            new Address.OfApplication(
                "0190c5a4-1b2c-5d3e-8f40-123456789abc", "01a1f748-de33-7a41-9d0e-000000000001"));
  }

  private static ColumnEdge edge(
      String from, @org.jspecify.annotations.Nullable String to, Flow flow) {
    return new ColumnEdge("dw.ods_orders", from, "dw.ads_user", to, flow, null, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense                                             | NotJson      | $",
        "[]                                                   | NotJson      | $",
        "{}                                                   | MissingField | $.run",
        "{\"eventType\":\"START\"}                            | MissingField | $.run",
        "{\"run\":{},\"job\":{\"namespace\":\"n\",\"name\":\"j\"}} | MissingField | $.run.runId",
        "{\"run\":{\"runId\":\"7\"},\"job\":{\"namespace\":\"n\",\"name\":\"j\"}} | InvalidField | $.run.runId",
        "{\"run\":{\"runId\":\"01a1f748-de33-7a41-9d0e-000000000002\"},\"job\":{\"namespace\":\"n\",\"name\":\"j\"}} | MissingField | $.eventTime",
        "{\"run\":{\"runId\":\"01a1f748-de33-7a41-9d0e-000000000002\"},\"eventTime\":\"today\",\"job\":{\"namespace\":\"n\",\"name\":\"j\"}} | InvalidField | $.eventTime",
        "{\"run\":{\"runId\":\"01a1f748-de33-7a41-9d0e-000000000002\"},\"eventTime\":\"2026-11-20T06:00:00Z\",\"job\":{\"namespace\":\"n\"}} | MissingField | $.job.name",
        "{\"run\":{\"runId\":\"01a1f748-de33-7a41-9d0e-000000000002\"},\"eventTime\":\"2026-11-20T06:00:00Z\",\"job\":{\"namespace\":\"n\",\"name\":\"j\"},\"eventType\":\"BEGIN\"} | InvalidField | $.eventType"
      })
  void whatIsNoEventIsRefusedNamingTheValue(String text, String code, String path) {
    Refusal refusal =
        catchThrowableOfType(NotAnEventException.class, () -> EventReader.read(text)).refusal();

    assertThat(refusal.code().code()).isEqualTo(code);
    assertThat(refusal.path()).isEqualTo(path);
    assertThat(refusal.message()).contains("expected");
  }

  @Test
  void facetsOfAnotherFormSayNothing() throws Exception {
    EngineEvent event =
        run(
            RUN.formatted(
                """
                ,"inputs":"none","outputs":[{"namespace":"hive://m","name":"d.t","facets":{
                  "columnLineage":{"fields":7,"dataset":"x"},"symlinks":[],
                  "lifecycleStateChange":"CREATE"}},{"namespace":"hive://m"},7]
                """));

    assertThat(event.outputs()).extracting(DatasetRef::id).containsExactly("d.t");
    assertThat(event.columnEdges()).isEmpty();
    assertThat(event.schemaChanges()).isEmpty();
  }

  @Test
  void tableThatIsNamedWithItsFilesHasThemAsLocation() throws Exception {
    String dataset =
        """
        {"namespace":"%s","name":"%s","facets":{"symlinks":{"identifiers":[
          {"namespace":"hive://m","name":"d.t","type":"TABLE"}]}}}
        """;
    EngineEvent event =
        run(
            RUN.formatted(
                ",\"inputs\":[%s],\"outputs\":[%s,%s]"
                    .formatted(
                        dataset.formatted("s3://wh", "/t").replace("d.t", "d.read"),
                        dataset.formatted("file", "/wh/t"),
                        "{\"namespace\":\"file\",\"name\":\"/only/files\"}")));

    assertThat(event.locations())
        .extracting(located -> located.table() + " " + located.files().id())
        .containsExactlyInAnyOrder("d.read path:s3://wh/t", "d.t path:/wh/t");
  }

  @Test
  void jobAndDatasetEventsAreNoRuns() throws Exception {
    assertThat(EventReader.read("{\"job\":{\"namespace\":\"n\",\"name\":\"j\"}}"))
        .isEqualTo(new OpenLineageEvent.OfJob(new Job("n", "j")));
    assertThat(EventReader.read("{\"dataset\":{\"namespace\":\"n\",\"name\":\"d\"}}"))
        .isEqualTo(new OpenLineageEvent.OfDataset("n", "d"));
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT,   IDENTITY,       IDENTITY",
    "DIRECT,   TRANSFORMATION, TRANSFORMATION",
    "DIRECT,   AGGREGATION,    AGGREGATION",
    "DIRECT,   NEW_ONE,        TRANSFORMATION",
    "INDIRECT, JOIN,           JOIN",
    "INDIRECT, FILTER,         FILTER",
    "INDIRECT, GROUP_BY,       GROUP_BY",
    "INDIRECT, SORT,           SORT",
    "INDIRECT, WINDOW,         WINDOW",
    "INDIRECT, CONDITIONAL,    CONDITIONAL",
    "INDIRECT, NEW_ONE,        FILTER"
  })
  void eachTransformationIsOneFlow(String type, String subtype, Flow flow) throws Exception {
    EngineEvent event =
        run(
            RUN.formatted(
                """
                ,"outputs":[{"namespace":"hive://m","name":"d.t","facets":{"columnLineage":{"fields":{
                  "X":{"inputFields":[{"namespace":"hive://m","name":"d.s","field":"A",
                  "transformations":[{"type":"%s","subtype":"%s"}]}]}}}}}]
                """
                    .formatted(type, subtype)));

    assertThat(event.columnEdges())
        .containsExactly(new ColumnEdge("d.s", "a", "d.t", "x", flow, null, false));
  }

  @Test
  void tablesThatWereMadeRenamedOrDroppedAreTold() throws Exception {
    EngineEvent event =
        run(
            RUN.formatted(
                """
                ,"outputs":[
                 {"namespace":"hive://m","name":"d.made","facets":{"lifecycleStateChange":{"lifecycleStateChange":"CREATE"},
                  "schema":{"fields":[{"name":"A","type":"int"}]}}},
                 {"namespace":"hive://m","name":"d.new","facets":{"lifecycleStateChange":{"lifecycleStateChange":"RENAME",
                  "previousIdentifier":{"namespace":"hive://m","name":"d.old"}}}},
                 {"namespace":"hive://m","name":"d.gone","facets":{"lifecycleStateChange":{"lifecycleStateChange":"DROP"}}}]
                """));

    assertThat(event.schemaChanges())
        .containsExactly(
            new SchemaChange.Created(
                TableName.parse("d.made"),
                List.of(new SchemaChange.Column("a", Optional.of("int"))),
                List.of(),
                Optional.empty(),
                true),
            new SchemaChange.Renamed(TableName.parse("d.old"), TableName.parse("d.new")),
            new SchemaChange.Dropped(TableName.parse("d.gone")));
  }
}
