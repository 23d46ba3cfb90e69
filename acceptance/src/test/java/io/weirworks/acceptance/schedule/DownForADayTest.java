package io.weirworks.acceptance.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.acceptance.program.Weirworks;
import io.weirworks.acceptance.topics.PlainConsumer;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.contract.scheduler.WorkflowScheduled;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.UndecodableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** R22: the platform is down for 26 hours, as its shifted clock believes. */
class DownForADayTest {

  private static final Duration DOWN = Duration.ofHours(26);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final LocalTime NIGHT = LocalTime.of(23, 30);

  /** Hourly, one workflow for each policy. */
  private static String flow(String policy) {
    return """
    {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {"workflows": [{"id": "%1$s", "name": "%1$s",
      "trigger": {"cron": "00 00 * * * ?", "timezone": "UTC", "x-missedTicks": {"policy": "%1$s", "perMinute": 1000}},
      "script": {"runtime": {"command": "WORKFLOW"}},
      "nodes": [{"id": "n", "name": "n", "script": {"runtime": {"command": "VIRTUAL"}}}]}]}}
    """
        .formatted(policy);
  }

  @Test
  void nightsThatWereMissedAreMadeUpExactlyAsEachPolicySays() throws Exception {
    try (Weirworks platform = Weirworks.fresh("down-for-a-day")) {
      // given
      platform.typed("up", "--detach");
      platform.typed("send", "CreateWorkspace", "{\"name\": \"default\"}");
      for (String policy : List.of("ALL", "LAST", "NONE")) {
        Path file = platform.folder("flows").resolve(policy + ".json");
        Files.writeString(file, flow(policy));
        platform.typed("deploy", file.toString());
      }
      await()
          .atMost(LIMIT)
          .until(() -> read(platform, WorkflowScheduled.class).count(), count -> count == 3);
      Instant deployed =
          read(platform, WorkflowScheduled.class)
              .map(WorkflowScheduled::getDeployedAt)
              .min(Instant::compareTo)
              .orElseThrow();
      platform.typed("down");

      // when
      platform.typed("up", "--detach", "--clock-offset", DOWN.toHours() + "h");
      Instant up = Instant.now().plus(DOWN);

      // then
      Set<Instant> missed = missed(deployed, up);
      await().atMost(LIMIT).until(() -> made(platform, "ALL", up), missed::equals);
      assertThat(made(platform, "LAST", up))
          .containsExactly(missed.stream().max(Instant::compareTo).orElseThrow());
      assertThat(made(platform, "NONE", up)).isEmpty();
      assertThat(
              read(platform, WorkflowInstanceCreated.class)
                  .map(WorkflowInstanceCreated::getWorkflowInstanceId))
          .doesNotHaveDuplicates();
    }
  }

  /** Every hour of the days whose night came after the deployment, until it was up again. */
  private static Set<Instant> missed(Instant deployed, Instant up) {
    boolean inTheNight = !deployed.atZone(ZoneOffset.UTC).toLocalTime().isBefore(NIGHT);
    LocalDate first = LocalDate.ofInstant(deployed, ZoneOffset.UTC).plusDays(inTheNight ? 2 : 1);
    Set<Instant> missed = new HashSet<>();
    for (Instant tick = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        tick.isBefore(up);
        tick = tick.plus(1, ChronoUnit.HOURS)) {
      missed.add(tick);
    }
    return missed;
  }

  private static Set<Instant> made(Weirworks platform, String workflow, Instant up)
      throws UndecodableException {
    Set<Instant> made = new HashSet<>();
    read(platform, WorkflowInstanceCreated.class)
        .filter(created -> created.getWorkflow().equals(workflow))
        .map(WorkflowInstanceCreated::getScheduledTime)
        .filter(time -> time.isBefore(up))
        .forEach(made::add);
    return made;
  }

  private static <R> Stream<R> read(Weirworks platform, Class<R> type) throws UndecodableException {
    AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
    List<R> found = new ArrayList<>();
    try (PlainConsumer events =
        new PlainConsumer(
            platform.bootstrapServers(), List.of(Service.SCHEDULER.topic(TopicKind.EVENTS)))) {
      for (ConsumerRecord<String, byte[]> record : events.readToEnd()) {
        var value = codec.decode(record.value());
        if (type.isInstance(value)) {
          found.add(type.cast(value));
        }
      }
    }
    return found.stream();
  }
}
