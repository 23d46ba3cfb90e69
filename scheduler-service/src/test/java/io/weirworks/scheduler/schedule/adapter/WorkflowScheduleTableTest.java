package io.weirworks.scheduler.schedule.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.adapter.StoredRow;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.recurrence.ZoneWindow;
import io.weirworks.scheduler.schedule.InForce;
import io.weirworks.scheduler.schedule.LeftOut;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored is read back as it was. */
class WorkflowScheduleTableTest {

  private static final Instant T1 = Instant.parse("2026-03-28T02:30:45.123456Z");
  private static final Instant T2 = Instant.parse("2026-03-29T06:30:45Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
  private static final WorkflowId WORKFLOW = new WorkflowId("wf-1");
  private static final NodeId NODE = new NodeId("n1");
  private static final ScheduleId ID = ScheduleId.of(WORKFLOW, NODE);

  /** Summer time begins on the 29th. */
  private static ZoneWindow window() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    return ZoneWindow.of(zone, ZoneRulesSource.ofThisProcess(zone), DAY, DAY);
  }

  @Test
  void scheduleIsReadAsItWasWritten() throws SQLException {
    assertThat(window().changes()).hasSize(1);
    for (@Nullable ZoneWindow rules : new @Nullable ZoneWindow[] {window(), null}) {
      // given
      WorkflowScheduleTable table = new WorkflowScheduleTable();
      WorkflowScheduleRow row =
          new WorkflowScheduleRow(
              new WorkflowSchedule(
                  ID,
                  WORKFLOW,
                  new Part.Single(NODE),
                  List.of(new InForce(T1, 1), new InForce(T2, InForce.NONE)),
                  DAY,
                  rules == null ? null : T1,
                  rules == null ? List.of() : List.of(new LeftOut(T1, T2)),
                  rules,
                  7),
              new ScheduleProfile(
                  new WorkflowNames("ws-1", "flights", "daily"), "00 00 02 * * ?", "Europe/Berlin"),
              T2,
              T1);
      // when
      List<String> columns =
          Stream.concat(Stream.of("id", "sequence"), table.columns().stream()).toList();
      @Nullable Object[] values =
          Stream.concat(Stream.of(ID.value().toString(), 7L), Arrays.stream(table.values(row)))
              .toArray();
      // then
      assertThat(table.read(StoredRow.of(columns, values))).isEqualTo(row);
    }
  }
}
