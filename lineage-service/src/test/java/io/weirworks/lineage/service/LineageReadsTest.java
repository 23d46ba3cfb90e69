package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What reads answer besides the graph. */
class LineageReadsTest {

  @Test
  void wrongParametersAreRefusedWithWhatWouldBeRight() throws Exception {
    HttpResponse<String> direction = get("/lineage/columns/a.b/c?direction=sideways");
    assertThat(direction.statusCode()).isEqualTo(400);
    assertThat(direction.body())
        .contains("InvalidParameter", "direction", "sideways", "upstream and downstream");
    assertThat(get("/lineage/tables/a.b?depth=0").statusCode()).isEqualTo(400);
    assertThat(get("/lineage/tables/a..b").body()).contains("InvalidParameter", "a..b");
    assertThat(get("/tables?limit=5000").statusCode()).isEqualTo(400);
  }

  @Test
  void healthMetricsAndTheApiPageAnswer() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get("/health/readiness").body()).contains("\"UP\""));
    assertThat(get("/prometheus").body()).contains("weirworks_messaging_shards_owned");
    assertThat(get("/swagger/lineage-1.yml").body())
        .contains(
            "/lineage/tables/{name}:",
            "/lineage/tables/{name}/versions:",
            "asOf",
            "/lineage/columns/{table}/{column}:",
            "/tables:",
            "/lineage/runs/{id}:");
  }
}
