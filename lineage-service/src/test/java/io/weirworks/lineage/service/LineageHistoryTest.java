package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.Days.FROM_A;
import static io.weirworks.lineage.service.Days.FROM_B;
import static io.weirworks.lineage.service.Days.day;
import static io.weirworks.lineage.service.Days.heard;
import static io.weirworks.lineage.service.Days.madeFrom;
import static io.weirworks.lineage.service.Days.tell;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.bean;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.table.adapter.HistoryPurge;
import org.junit.jupiter.api.Test;

/** What datasets were made from at other times. */
class LineageHistoryTest {

  @Test
  void graphAsOfATimeIsThatOfTheRunsThatHadEndedByThenHoweverTheyCame() throws Exception {
    // when
    heard("asof");

    // then
    assertThat(madeFrom("asof.t", "")).containsExactly("asof.b");
    assertThat(madeFrom("asof.t", day(1).minusMillis(1))).isEmpty();
    assertThat(madeFrom("asof.t", day(1))).containsExactly("asof.a");
    assertThat(madeFrom("asof.t", day(2).minusMillis(1))).containsExactly("asof.a");
    assertThat(madeFrom("asof.t", day(2))).containsExactly("asof.b");
    assertThat(madeFrom("asof.t", day(3))).containsExactly("asof.b");
    assertThat(madeFrom("asof.t", day(4))).isEmpty();
    assertThat(madeFrom("asof.t", day(5))).containsExactly("asof.b");
    String column = "/lineage/columns/asof.a/x?direction=downstream";
    assertThat(json(column).path("edges")).isEmpty();
    assertThat(json(column + "&asOf=" + day(1)).path("edges")).hasSize(1);
    assertThat(get("/lineage/tables/asof.t?asOf=yesterday").body())
        .contains("InvalidParameter", "asOf", "yesterday");
  }

  @Test
  void versionsSayWhatChangedWhenAndByWhichRunAndJob() throws Exception {
    // when
    heard("versioned");

    // then
    JsonNode versions = json("/lineage/tables/versioned.t/versions").path("versions");
    assertThat(versions)
        .extracting(
            version ->
                "%s %s +%d -%d"
                    .formatted(
                        version.path("runId").asText(),
                        version.path("job").asText(),
                        version.path("tablesAdded").size(),
                        version.path("tablesRemoved").size()))
        .containsExactly(
            "run-versioned-5 flights.fill +1 -0",
            "run-versioned-4 flights.drop +0 -1",
            "run-versioned-2 flights.fill +1 -1",
            "run-versioned-1 flights.fill +1 -0");
    assertThat(json("/lineage/tables/versioned.t/versions?limit=1").path("truncated").asBoolean())
        .isTrue();
    assertThat(get("/lineage/tables/versioned.none/versions").statusCode()).isEqualTo(404);
  }

  @Test
  void oldWordsAreThinnedOutAndWhatIsCurrentAndLaterTimesStayAsTheyAre() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("purged");
    for (int day = 1; day <= 9; day++) {
      tell(pipeline, day, "fill", day == 5 ? FROM_A : FROM_B);
    }
    await()
        .atMost(PATIENCE)
        .until(() -> json("/lineage/tables/purged.t/versions").path("versions").size() == 3);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                json("/lineage/tables/purged.t")
                    .path("upstream")
                    .path(0)
                    .path("runId")
                    .asText()
                    .equals("run-purged-9"));

    // when
    int gone = bean(HistoryPurge.class).purge(day(8));

    // then
    assertThat(gone).isGreaterThanOrEqualTo(4);
    assertThat(bean(HistoryPurge.class).purge(day(8))).isZero();
    assertThat(madeFrom("purged.t", "")).containsExactly("purged.b");
    assertThat(madeFrom("purged.t", day(8))).containsExactly("purged.b");
    JsonNode edge = json("/lineage/tables/purged.t").path("upstream").path(0);
    assertThat(edge.path("saidBy").path(0).path("firstRunId").asText()).isEqualTo("run-purged-1");
  }
}
