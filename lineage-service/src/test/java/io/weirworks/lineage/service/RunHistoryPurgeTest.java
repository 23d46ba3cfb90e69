package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.RunningLineage.bean;
import static io.weirworks.lineage.service.RunningLineage.post;
import static io.weirworks.lineage.service.RunsOfOthers.awaitRun;
import static io.weirworks.lineage.service.RunsOfOthers.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.run.history.adapter.RunHistory;
import io.weirworks.lineage.run.history.adapter.RunHistoryPurge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Runs are kept for a time and in a number. */
class RunHistoryPurgeTest {

  @Test
  void runsThatAppearedTooLongAgoAndTheOldestOfTooManyGo() throws Exception {
    // given
    List<String> runs = new ArrayList<>();
    for (int year = 1980; year < 1984; year++) {
      String run = UUID.randomUUID().toString();
      runs.add(run);
      post(API + "/lineage", event("FAIL", run, year + "-01-01T00:00:00Z", "old", "o.a", "o.b"));
    }
    runs.forEach(run -> awaitRun(run, "FAILED"));
    RunHistoryPurge purge = bean(RunHistoryPurge.class);

    // when
    int gone = purge.purge(Instant.parse("1981-06-01T00:00:00Z"), Integer.MAX_VALUE);

    // then
    assertThat(gone).isEqualTo(2);
    assertThat(bean(RunHistory.class).all(runs)).containsOnlyKeys(runs.get(2), runs.get(3));
    assertThat(purge.purge(Instant.EPOCH, all() - 1)).isEqualTo(1);
    assertThat(bean(RunHistory.class).all(runs)).containsOnlyKeys(runs.get(3));
  }

  private static int all() throws Exception {
    try (var connection = bean(DataSource.class).getConnection();
        var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM run_history")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
