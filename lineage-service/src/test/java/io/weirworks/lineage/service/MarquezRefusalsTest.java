package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no answer, in the form that Marquez's clients read: code and message. */
class MarquezRefusalsTest {

  @BeforeAll
  static void awaitTheGraph() {
    await().atMost(PATIENCE).until(() -> get("/lineage/graph").statusCode() == 200);
  }

  @ParameterizedTest
  @CsvSource({
    "/namespaces/nobody, 404, nobody",
    "/namespaces/nobody/datasets, 404, nobody",
    "/namespaces/nobody/jobs, 404, nobody",
    "/namespaces/hive/datasets/no.such, 404, no.such",
    "/namespaces/demo/jobs/no.such, 404, no.such",
    "/namespaces/demo/jobs/no.such/runs, 404, no.such",
    "/sources/nowhere, 404, nowhere",
    "/jobs/runs/none, 404, none",
    "/jobs/runs/none/facets?type=run, 404, none",
    "/lineage?nodeId=dataset:hive:no.such, 404, no.such",
    "/lineage?nodeId=job:demo:no.such, 404, no.such",
    "/lineage?nodeId=marquez.clean, 400, dataset:namespace:name",
    "/lineage?nodeId=dataset:hive:marquez.clean&depth=101, 400, depth is from 1 to 100",
    "/column-lineage?nodeId=marquez.clean, 400, datasetField:namespace:name:field",
    "/column-lineage?nodeId=job:demo:no.such, 404, no.such",
    "/namespaces/demo/jobs/no.such/versions, 404, no.such",
    "/namespaces/hive/datasets/no.such/versions/1, 404, no.such",
    "/jobs?lastRunStates=SLEEPING, 400, RUNNING",
    "/events/lineage?after=yesterday, 400, 2026-11-20T12:00:00Z",
    "/events/lineage?sortDirection=up, 400, desc and asc",
    "/events/lineage?limit=0, 400, limit is from 1 to 1000",
    "/stats/jobs?period=YEAR, 400, DAY and WEEK",
    "/stats/jobs, 400, period",
    "/stats/lineage-events?period=WEEK&timezone=Mars/Olympus, 400, Europe/Berlin",
    "/column-lineage?nodeId=datasetField:hive:marquez.clean:none, 404, none",
    "/jobs?limit=1001, 400, limit is from 1 to 1000",
    "/jobs?offset=-1, 400, offset is 0 or more",
    "/search?q=x&filter=VIEW, 400, DATASET and JOB",
    "/search?q=x&sort=SIZE, 400, NAME and UPDATE_AT",
    "/jobs?limit=many, 400, limit",
    "/lineage, 400, nodeId",
    "/no-such-door, 404, Not Found"
  })
  void whatHasNoAnswerIsSaidAsMarquezSaysIt(String path, int code, String message)
      throws Exception {
    HttpResponse<String> answer = get(API + path);

    assertThat(answer.statusCode()).isEqualTo(code);
    JsonNode error = json(API + path);
    assertThat(error.path("code").asInt()).isEqualTo(code);
    assertThat(error.path("message").asText()).contains(message);
  }
}
