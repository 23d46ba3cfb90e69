package io.weirworks.scheduler.baseline.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.adapter.StoredRow;
import io.weirworks.scheduler.baseline.Baseline;
import io.weirworks.scheduler.baseline.BaselineDefinition;
import io.weirworks.scheduler.baseline.BaselineFinish;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineStatus;
import io.weirworks.scheduler.baseline.BaselineTask;
import io.weirworks.scheduler.baseline.BaselineType;
import io.weirworks.scheduler.baseline.CommittedTime;
import io.weirworks.scheduler.baseline.Forecast;
import io.weirworks.scheduler.baseline.TroubledTask;
import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.identity.BaselineInstanceId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored is read back as it was. */
class BaselineTablesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final Instant T1 = Instant.parse("2026-03-10T02:30:45.123456Z");
  private static final Instant T2 = Instant.parse("2026-03-10T06:30:45Z");
  private static final BaselineId ID = BaselineId.of("flights", "hourly");
  private static final BaselineDefinition DEFINITION =
      new BaselineDefinition(
          "ws-1",
          "flights",
          "hourly",
          BaselineType.HOUR,
          List.of(
              new BaselineTask(new WorkflowId("wf-1"), "load", new NodeId("n1"), "fetch"),
              new BaselineTask(new WorkflowId("wf-2"), "report", null, null)),
          8,
          List.of(new CommittedTime(70), new CommittedTime(1530)),
          Duration.ofMinutes(5),
          ZoneId.of("Asia/Shanghai"));
  private static final WorkflowInstanceId FLOW =
      WorkflowInstanceId.scheduled(new WorkflowId("wf-1"), DAY.minusDays(1), T2);
  private static final NodeInstanceId NODE = NodeInstanceId.of(FLOW, new NodeId("n1"));

  @Test
  void baselineIsReadAsItWasWritten() throws SQLException {
    // given
    BaselineTable table = new BaselineTable();
    Baseline baseline = new Baseline(ID, DEFINITION, DAY, T1);
    // then
    assertThat(
            table.read(
                StoredRow.of(
                    with("id", table.columns()), with(ID.value(), table.values(baseline)))))
        .isEqualTo(baseline);
  }

  @Test
  void baselineInstanceIsReadAsItWasWritten() throws SQLException {
    // given
    BaselineInstanceTable table = new BaselineInstanceTable();
    BaselineInstanceId id = BaselineInstanceId.of(ID, DAY.minusDays(1), 2);
    for (@Nullable Instant finish : new @Nullable Instant[] {T1, null}) {
      BaselineInstance instance =
          new BaselineInstance(
              id,
              ID,
              DEFINITION,
              DAY,
              2,
              BaselineStatus.WARNING,
              BaselineFinish.UNFINISHED,
              new Forecast(
                  3,
                  finish,
                  false,
                  List.of(new Forecast.PathStep(NODE, FLOW, "load", "fetch", T2, T2, T1, true))),
              List.of(
                  new TroubledTask(new TroubledTask.Failed(2), NODE, FLOW, "load", "fetch"),
                  new TroubledTask(
                      new TroubledTask.Slow(1, T1, Duration.ofMillis(1234)),
                      NODE,
                      FLOW,
                      "load",
                      "fetch")),
              true,
              T1);
      // then
      assertThat(
              table.read(
                  StoredRow.of(
                      with("id", table.columns()), with(id.value(), table.values(instance)))))
          .isEqualTo(instance);
    }
  }

  private static List<String> with(String id, List<String> columns) {
    return Stream.concat(Stream.of(id), columns.stream()).toList();
  }

  private static @Nullable Object[] with(Object id, @Nullable Object[] values) {
    return Stream.concat(Stream.of(id.toString()), Stream.of(values)).toArray();
  }
}
