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
    Web web = town.web();

    // when
    HttpResponse<String> run =
        web.post(
            "/workflow-runs",
            """
            {"workspace": "flights", "workflow": "http", "bizdate": "2025-10-31"}
            """);

    // then
    assertThat(run.statusCode()).isEqualTo(200);
    assertThat(run.body()).contains("\"ACCEPTED\"");
    Town.soon()
        .until(
            () -> web.get("/workflow-instances?workflow=http&status=SUCCESS").body(),
            body -> body.contains("\"succeeded\":2"));
    HttpResponse<String> page = web.get("/node-instances?workflow=http&bizdate=2025-10-31&size=1");
    assertThat(page.body()).contains("\"status\":\"SUCCESS\"", "\"next\":\"");
    assertThat(web.get("/node-instances/none").statusCode()).isEqualTo(404);
    HttpResponse<String> wrong = web.get("/node-instances?status=SUCCEEDED");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("SUCCEEDED", "NOT_RUN");
    HttpResponse<String> refused =
        web.post(
            "/backfills",
            """
            {"workspace": "flights", "workflow": "http", "fromBizdate": "2025-10-31",
             "toBizdate": "2025-10-01"}
            """);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("InvalidParameter", "fromBizdate");
    assertThat(web.post("/instances/none/cancel", "{}").statusCode()).isEqualTo(404);
    assertThat(web.get("/backfills?size=10").statusCode()).isEqualTo(200);
    assertThat(web.get("/swagger/weirworks-scheduler-1.yml").body()).contains("/workflow-runs");
    assertThat(web.get("/health/readiness").body()).contains("\"UP\"");
    assertThat(web.get("/prometheus").body()).contains("weirworks_messaging_shards_owned");
  }

  @Test
  void sameIdempotencyKeyAgainGivesTheSameInstance() throws Exception {
    // given
    town.deploy(workflow("twice", node("a")));
    String body =
        """
        {"workspace": "flights", "workflow": "twice", "bizdate": "2025-10-31"}
        """;

    // when
    HttpResponse<String> first =
        town.web().post("/workflow-runs", body, "Idempotency-Key", "once-only");
    HttpResponse<String> second =
        town.web().post("/workflow-runs", body, "Idempotency-Key", "once-only");

    // then
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void bodyThatLacksAFieldIsABadRequest() throws Exception {
    HttpResponse<String> response =
        town.web().post("/workflow-runs", "{\"workspace\": \"flights\"}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("workflow");
  }
}
