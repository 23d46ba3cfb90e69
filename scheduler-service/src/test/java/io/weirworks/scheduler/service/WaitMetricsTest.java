package io.weirworks.scheduler.service;

import static io.weirworks.scheduler.service.Workflows.behaving;
import static io.weirworks.scheduler.service.Workflows.node;
import static io.weirworks.scheduler.service.Workflows.workflow;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of waiting on the Prometheus endpoint (R19). */
@ExtendWith(TownExtension.class)
class WaitMetricsTest {

  private final Town town;

  WaitMetricsTest(Town town) {
    this.town = town;
  }

  private double metric(String name, String reason) throws Exception {
    Matcher line =
        Pattern.compile("weirworks_scheduler_%s\\{reason=\"%s\"} (\\S+)".formatted(name, reason))
            .matcher(town.web().get("/prometheus").body());
    return line.find() ? Double.parseDouble(line.group(1)) : -1;
  }

  private void change(String what) throws Exception {
    try (Connection c = town.database();
        Statement statement = c.createStatement()) {
      statement.executeUpdate(
          "UPDATE node_instance SET " + what + " WHERE workflow = 'measured' AND removed = 0");
    }
  }

  @Test
  void metricsCountWhatWaitsByReasonAndWhatWaitsLongerThanItsBound() throws Exception {
    // given: counted since the service started
    Town.soon().pollDelay(Duration.ofSeconds(3)).until(() -> metric("waiting", "RUN_END") >= 0);
    double running = metric("waiting", "RUN_END");
    double late = metric("waiting_overdue", "RUN_END");
    double blocked = metric("waiting_overdue", "UPSTREAM");
    town.deploy(workflow("measured", behaving(FakeExecutor.HOLD, "a"), node("b", "a")));

    // when: one runs, the other waits for it
    Town.Answer answer = new Stories(town).run("measured");

    // then
    Town.soon().until(() -> metric("waiting", "RUN_END"), now -> now == running + 1);
    Town.soon().until(() -> metric("waiting_overdue", "RUN_END"), now -> now == late);

    // when: as if that were long ago
    change("deadline = '2025-01-01', waiting_since = '2025-01-01'");

    // then
    Town.soon().until(() -> metric("waiting_overdue", "RUN_END"), now -> now == late + 1);
    Town.soon().until(() -> metric("waiting_overdue", "UPSTREAM"), now -> now == blocked + 1);

    // when
    Town.soon()
        .until(() -> town.executor().held("measured"), runs -> !runs.isEmpty())
        .forEach(town.executor()::release);
    new Stories(town).completed(answer);

    // then
    Town.soon().until(() -> metric("waiting_overdue", "RUN_END"), now -> now == late);
    Town.soon().until(() -> metric("waiting_overdue", "UPSTREAM"), now -> now == blocked);
  }
}
