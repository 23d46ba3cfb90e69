package io.weirworks.standalone.contractjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.contract.registry.ComputingResourceType;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.contract.registry.WorkspaceMode;
import io.weirworks.contract.registry.WorkspaceState;
import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.standalone.StandaloneException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonToAvroTest {

  @Test
  void missingFieldsTakeTheirDefaults() {
    assertThat(JsonToAvro.record(CreateWorkspace.getClassSchema(), "{\"name\": \"w\"}"))
        .isEqualTo(CreateWorkspace.newBuilder().setName("w").setMode(WorkspaceMode.BASIC).build());
  }

  @Test
  void optionalValueStandsWithoutItsBranch() {
    // given
    String json =
        """
        {"name": "w", "displayName": "W", "mode": "STANDARD", "timeZone": null}
        """;
    // when / then
    assertThat(JsonToAvro.record(CreateWorkspace.getClassSchema(), json))
        .isEqualTo(
            CreateWorkspace.newBuilder()
                .setName("w")
                .setDisplayName("W")
                .setMode(WorkspaceMode.STANDARD)
                .build());
  }

  @Test
  void mapsEnumsAndNumbersAreRead() {
    assertThat(
            JsonToAvro.record(
                RegisterComputingResource.getClassSchema(),
                "{\"workspace\":\"w\",\"name\":\"l\",\"type\":\"LOCAL\",\"properties\":{\"a\":\"b\"}}"))
        .isEqualTo(
            RegisterComputingResource.newBuilder()
                .setWorkspace("w")
                .setName("l")
                .setType(ComputingResourceType.LOCAL)
                .setProperties(Map.of("a", "b"))
                .build());
    assertThat(
            JsonToAvro.record(
                StartBackfill.getClassSchema(),
                "{\"workspace\":\"w\",\"workflow\":\"f\",\"fromBizdate\":\"2001-01-01\",\"toBizdate\":\"2001-01-03\",\"parallelism\":3}"))
        .extracting("parallelism")
        .isEqualTo(3);
  }

  @Test
  void whatAvroToJsonWritesIsReadBackAsTheSameRecord() {
    // given
    WorkspaceState state =
        WorkspaceState.newBuilder()
            .setWorkspaceId("id")
            .setName("w")
            .setDisplayName("W")
            .setMode(WorkspaceMode.BASIC)
            .setTimeZone("Asia/Shanghai")
            .setCreatedAt(Instant.parse("2026-11-20T06:00:00.123Z"))
            .build();
    // when
    String json = AvroToJson.json(state).toString();
    // then
    assertThat(json).contains("\"createdAt\":\"2026-11-20T06:00:00.123Z\"", "\"description\":null");
    assertThat(JsonToAvro.record(WorkspaceState.getClassSchema(), json)).isEqualTo(state);
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"workspace\":\"w\",\"workflow\":\"f\",\"bizdate\":\"d\",\"paramters\":{}} | did you mean 'parameters'?",
        "{\"workspace\":\"w\",\"workflow\":\"f\"} | $.bizdate is missing",
        "{\"workspace\":1,\"workflow\":\"f\",\"bizdate\":\"d\"} | $.workspace is 1; it must be text",
        "{\"workspace\":null,\"workflow\":\"f\",\"bizdate\":\"d\"} | $.workspace is null; it must be text",
        "{\"workspace\":\"w\",\"workflow\":\"f\",\"bizdate\":\"d\",\"parameters\":{\"k\":1}} | $.parameters.k is 1; it must be text",
        "{\"workspace\":\"w\",\"workflow\":\"f\",\"bizdate\":\"d\",\"parameters\":[]} | $.parameters is []; it must be an object",
        "[] | $ is []; it must be an object with the fields of RunWorkflow",
        "{\"workspace\":\"w\" | is no JSON",
        "{\"workspace\":\"w\",\"workflow\":\"f\",\"bizdate\":\"d\"} {} | is no JSON",
        "{\"workspace\":\"w\",\"workspace\":\"v\",\"workflow\":\"f\",\"bizdate\":\"d\"} | is no JSON",
      })
  void wrongJsonIsRefusedWithThePlaceAndWhatIsRight(String json, String message) {
    assertThatThrownBy(() -> JsonToAvro.record(RunWorkflow.getClassSchema(), json))
        .isInstanceOfSatisfying(
            StandaloneException.class,
            refused -> assertThat(refused.code()).isEqualTo(StandaloneException.Code.WRONG_JSON))
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "parallelism | 1.5 | a whole number",
        "parallelism | 3000000000 | a whole number",
        "order | \"UP\" | one of [ASC, DESC]",
        "order | \"UNKNOWN\" | one of [ASC, DESC]",
        "name | {} | text",
      })
  void valueOfAnotherTypeIsRefused(String field, String value, String right) {
    // given
    String json =
        "{\"workspace\":\"w\",\"workflow\":\"f\",\"fromBizdate\":\"a\",\"toBizdate\":\"b\",\"%s\":%s}"
            .formatted(field, value);
    // when / then
    assertThatThrownBy(() -> JsonToAvro.record(StartBackfill.getClassSchema(), json))
        .hasMessageContaining("$." + field + " is " + value + "; it must be " + right);
  }
}
