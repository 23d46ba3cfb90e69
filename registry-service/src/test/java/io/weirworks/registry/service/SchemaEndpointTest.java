package io.weirworks.registry.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.SchemaVersion;
import java.net.http.HttpResponse;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract in the form of Confluent's schema registry. */
class SchemaEndpointTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CREATED = "io.weirworks.contract.registry.WorkspaceCreated";

  private final RegistryTown town = RegistryTown.shared();
  private final SchemaCatalogue contract = SchemaCatalogue.contract();

  private int idOfCreated() {
    return contract.versions(CREATED).getFirst().id();
  }

  private static Schema parsed(String schema) {
    return new Schema.Parser().parse(schema);
  }

  @Test
  void everySchemaOfTheContractIsServedUnderItsId() throws Exception {
    for (SchemaVersion version : contract.all()) {
      JsonNode served = town.json("/schemas/ids/" + version.id());
      assertThat(parsed(served.path("schema").asText())).isEqualTo(version.schema());
      assertThat(served.has("maxId")).isFalse();
    }
  }

  @Test
  void parametersOfStockDeserializersAreTaken() throws Exception {
    // when
    HttpResponse<String> served =
        town.get(
            "/schemas/ids/"
                + idOfCreated()
                + "?fetchMaxId=false&subject=weirworks.registry.events-value");
    // then
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.schemaregistry.v1+json");
    assertThat(
            town.json("/schemas/ids/" + idOfCreated() + "?fetchMaxId=true").path("maxId").asInt())
        .isEqualTo(contract.all().getLast().id());
  }

  @Test
  void subjectsAreTheRecordsFullNames() throws Exception {
    // given
    JsonNode latest = town.json("/subjects/" + CREATED + "/versions/latest");
    // then
    assertThat(town.json("/subjects")).isEqualTo(JSON.valueToTree(contract.subjects()));
    assertThat(town.json("/subjects/" + CREATED + "/versions").toString()).isEqualTo("[1]");
    assertThat(latest.path("subject").asText()).isEqualTo(CREATED);
    assertThat(latest.path("version").asInt()).isEqualTo(1);
    assertThat(latest.path("id").asInt()).isEqualTo(idOfCreated());
    assertThat(parsed(latest.path("schema").asText()))
        .isEqualTo(contract.versions(CREATED).getFirst().schema());
    assertThat(town.json("/subjects/" + CREATED + "/versions/1")).isEqualTo(latest);
    assertThat(town.json("/schemas/types").toString()).isEqualTo("[\"AVRO\"]");
    assertThat(town.json("/schemas/ids/" + idOfCreated() + "/versions").toString())
        .isEqualTo("[{\"subject\":\"" + CREATED + "\",\"version\":1}]");
    assertThat(town.json("/schemas/ids/" + idOfCreated() + "/schema"))
        .isEqualTo(JSON.readTree(latest.path("schema").asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "/schemas/ids/5, 404, 40403",
    "/schemas/ids/abc, 404, 40403",
    "/schemas/ids/5?fetchMaxId=false&subject=x, 404, 40403",
    "/subjects/nobody/versions, 404, 40401",
    "/subjects/nobody/versions/1, 404, 40401",
    "/subjects/io.weirworks.contract.registry.WorkspaceCreated/versions/9, 404, 40402",
    "/subjects/io.weirworks.contract.registry.WorkspaceCreated/versions/0, 422, 42202",
    "/subjects/io.weirworks.contract.registry.WorkspaceCreated/versions/first, 422, 42202",
  })
  void errorsAreInConfluentsForm(String path, int status, int code) throws Exception {
    // when
    HttpResponse<String> answer = town.get(path);
    // then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("error_code").asInt()).isEqualTo(code);
    assertThat(JSON.readTree(answer.body()).path("message").asText()).isNotEmpty();
  }

  @Test
  void registrationIsRefusedAsReadOnly() throws Exception {
    // when
    HttpResponse<String> answer =
        town.post("/subjects/" + CREATED + "/versions", "{\"schema\": \"\\\"string\\\"\"}");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(answer.body()).path("error_code").asInt()).isEqualTo(42205);
    assertThat(answer.body()).contains("read-only", "use.latest.version");
  }
}
