package io.weirworks.registry.service;

import static io.weirworks.registry.service.Commands.create;
import static io.weirworks.registry.service.Commands.register;
import static io.weirworks.registry.service.FlowSpecs.daily;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.schemas.CloudEventHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service over HTTP. */
class HttpServiceTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final RegistryTown town = RegistryTown.shared();

  @Test
  void httpWriteIsACommandWithActorAndIdempotencyKey() throws Exception {
    // when
    String body = "{\"name\": \"web\", \"mode\": \"STANDARD\"}";
    String[] headers = {"X-Weirworks-Actor", "user:web", "Idempotency-Key", "web-1"};
    JsonNode first = JSON.readTree(town.post("/workspaces", body, headers).body());
    JsonNode again = JSON.readTree(town.post("/workspaces", body, headers).body());
    var conflict = town.post("/workspaces", body);
    // then
    assertThat(first.path("status").asText()).isEqualTo("ACCEPTED");
    assertThat(again).isEqualTo(first);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(town.events(first.path("subject").asText(), 1))
        .singleElement()
        .satisfies(
            event -> assertThat(event.header(CloudEventHeaders.ACTOR)).isEqualTo("user:web"));
    assertThat(town.json("/commands/web-1").path("status").asText()).isEqualTo("ACCEPTED");
  }

  @Test
  void httpRefusalTellsCodeFieldAndProblems() throws Exception {
    // given
    town.workspace("web-flows");
    String spec = daily("f", "FLINK_SQL_STREAM", "select 1", "local");
    String body =
        JSON.createObjectNode().put("workspace", "web-flows").put("spec", spec).toString();
    // when
    var refused = town.post("/workflows", body);
    var malformed = town.post("/workspaces", "{\"mode\": \"SOMETIMES\", \"name\": \"n\"}");
    // then
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()).path("code").asText()).isEqualTo("FlinkNotSupported");
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.body()).contains("[BASIC, STANDARD]", "SOMETIMES");
  }

  @ParameterizedTest(name = "POST {0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/workspaces | {\"mode\": \"BASIC\"} | name",
        "/computing-resources | {\"workspace\": \"w\", \"type\": \"LOCAL\"} | name",
        "/computing-resources | {\"workspace\": \"w\", \"name\": \"n\"} | type",
        "/workflows | {\"workspace\": \"w\"} | spec"
      })
  void bodyWithoutARequiredFieldIsToldWhichOne(String path, String body, String field)
      throws Exception {
    // when
    var refused = town.post(path, body);
    // then
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("lacks the field " + field);
  }

  @Test
  void listsArePagedByNameAndFiltered() throws Exception {
    // given
    for (String name : List.of("page-c", "page-a", "page-b")) {
      town.accepted(create(name), name);
      town.accepted(register(name, "local"), name);
    }
    // when
    JsonNode first = town.json("/workspaces?after=page-&limit=2");
    JsonNode second = town.json("/workspaces?limit=1&after=" + first.path("next").asText());
    JsonNode resources = town.json("/computing-resources?limit=1&after=page-a/local");
    // then
    assertThat(first.path("items").findValuesAsText("name")).containsExactly("page-a", "page-b");
    assertThat(second.path("items").findValuesAsText("name")).containsExactly("page-c");
    assertThat(resources.path("items").findValuesAsText("workspace")).containsExactly("page-b");
    assertThat(town.json("/workflows?owner=nobody").path("items")).isEmpty();
    assertThat(town.json("/workflows?owner=nobody").has("next")).isFalse();
    assertThat(town.get("/workspaces?limit=0").statusCode()).isEqualTo(400);
    assertThat(town.get("/workflows?after=x").statusCode()).isEqualTo(400);
  }

  @Test
  void readinessMetricsAndInterfaceDescriptionAnswer() throws Exception {
    assertThat(town.get("/health/readiness").body()).contains("\"UP\"", "messaging");
    assertThat(town.get("/prometheus").body())
        .contains("weirworks_messaging_shards_owned{service=\"registry\"} 4.0");
    assertThat(town.get("/swagger/registry-1.yml").body())
        .contains("/workspaces", "/computing-resources", "/workflows/{id}", "/schemas/ids/{id}");
  }
}
