package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP: what the service owns, and writes as commands. */
@ExtendWith(TownExtension.class)
class HttpTest {

  private final Town town;

  HttpTest(Town town) {
    this.town = town;
  }

  @Test
  void httpShowsInstancesAndTakesCommands() throws Exception {
    // given
    town.deploy(workflow("http", node("a"), node("b", "a")));

    // when
    HttpResponse<String> run =
        town.post(
            "/workflow-runs",
            """
            {"workspace": "flights", "workflow": "http", "bizdate": "2025-10-31"}
            """);

    // then
    assertThat(run.statusCode()).isEqualTo(200);
    assertThat(run.body()).contains("\"ACCEPTED\"");
    Town.soon()
        .until(
            () -> town.get("/workflow-instances?workflow=http&status=SUCCESS").body(),
            body -> body.contains("\"succeeded\":2"));
    HttpResponse<String> page = town.get("/node-instances?workflow=http&bizdate=2025-10-31&size=1");
    assertThat(page.body()).contains("\"status\":\"SUCCESS\"", "\"next\":\"");
    assertThat(town.get("/node-instances/none").statusCode()).isEqualTo(404);
    HttpResponse<String> wrong = town.get("/node-instances?status=SUCCEEDED");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("SUCCEEDED", "NOT_RUN");
    HttpResponse<String> refused =
        town.post(
            "/backfills",
            """
            {"workspace": "flights", "workflow": "http", "fromBizdate": "2025-10-31",
             "toBizdate": "2025-10-01"}
            """);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("InvalidParameter", "fromBizdate");
    assertThat(town.post("/instances/none/cancel", "{}").statusCode()).isEqualTo(404);
    assertThat(town.get("/backfills?size=10").statusCode()).isEqualTo(200);
    assertThat(town.get("/swagger/weirworks-scheduler-1.yml").body()).contains("/workflow-runs");
    assertThat(town.get("/health/readiness").body()).contains("\"UP\"");
    assertThat(town.get("/prometheus").body()).contains("weirworks_messaging_shards_owned");
  }
}
