package io.weirworks.registry.workflow.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.contract.ParameterType;
import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.DependencyType;
import io.weirworks.contract.registry.DstFold;
import io.weirworks.contract.registry.DstGap;
import io.weirworks.contract.registry.MissedTicks;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.SchedulingCalendar;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.flowspec.Documents;
import io.weirworks.registry.workflow.DeployContext;
import io.weirworks.registry.workflow.ExpressionForm;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a definition on its way into the row and into the contract's records. */
class StoredWorkflowTest {

  private static final DeployContext CONTEXT =
      new DeployContext(
          UUID.fromString("0197a000-0000-7000-8000-000000000001"),
          "demo",
          ZoneId.of("Europe/Berlin"),
          new ExpressionForm());

  private static final WorkflowDraft FLIGHTS =
      Documents.valid(WorkflowDraft.read(Documents.text("flights.json"), CONTEXT));

  @Test
  void definitionReadFromItsRowEqualsTheOneThatWasWritten() {
    assertThat(DefinitionJson.read(DefinitionJson.write(FLIGHTS.definition())))
        .isEqualTo(FLIGHTS.definition());
  }

  @Test
  void rowOfANewerVersionIsReadWithoutWhatIsUnknown() {
    // given
    String newer = DefinitionJson.write(FLIGHTS.definition()).replaceFirst("\\{", "{\"later\":1,");
    // then
    assertThat(DefinitionJson.read(newer)).isEqualTo(FLIGHTS.definition());
  }

  @Test
  void rowOfBeforeThereWereOwnSchedulesIsTheSameDefinition() {
    // given
    String old =
        DefinitionJson.write(FLIGHTS.definition())
            .replaceAll(",\"(dst|missed)\":\\{[^}]*}", "")
            .replaceAll(",\"(calendar|timetable)\":null", "")
            .replaceAll(",\"dependencies\":\\[]", "");
    assertThat(old).doesNotContain("dst", "missed", "calendar", "timetable", "dependencies");
    // then
    assertThat(DefinitionJson.read(old)).isEqualTo(FLIGHTS.definition());
  }

  @Test
  void documentIsReadOnceForItsKeyAndItsDecision() {
    // given
    LatestReading reading = new LatestReading();
    String text = Documents.text("flights.json");
    Checked<WorkflowDraft> first = reading.read(text, CONTEXT);
    // then
    assertThat(reading.read(text, CONTEXT)).isSameAs(first);
    assertThat(reading.read("{", CONTEXT)).isInstanceOf(Checked.Invalid.class);
    assertThat(reading.read(text, CONTEXT)).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  void recordHoldsTheWholeDefinition() {
    // when
    var record = WorkflowRecords.definition(new Deployed(FLIGHTS, 3, Instant.EPOCH));
    // then
    assertThat(record.getWorkspace()).isEqualTo("demo");
    assertThat(record.getVersion()).isEqualTo(3);
    assertThat(record.getTimeZone()).isEqualTo("Asia/Shanghai");
    assertThat(record.getSpecSha256()).isEqualTo(FLIGHTS.specSha256());
    assertThat(record.getTrigger())
        .extracting(Trigger::getCron, Trigger::getStartTime, Trigger::getEndTime)
        .containsExactly("00 30 05 * * ?", "2001-01-01 00:00:00", null);
    assertThat(record.getParameters())
        .singleElement()
        .satisfies(
            parameter -> {
              assertThat(parameter.getType()).isEqualTo(ParameterType.CONSTANT);
              assertThat(parameter.getValue()).isEqualTo("us $1");
            });
    assertThat(record.getNodes())
        .extracting(NodeDefinition::getId)
        .containsExactly("root", "load", "report", "csv");
  }

  @Test
  void recordOfANodeHoldsScriptPolicyAndTarget() {
    // when
    List<NodeDefinition> nodes =
        WorkflowRecords.definition(new Deployed(FLIGHTS, 1, Instant.EPOCH)).getNodes();
    NodeDefinition report = nodes.get(2);
    // then
    assertThat(report.getCommand()).isEqualTo("EMR_SPARK_SQL");
    assertThat(report.getUpstreams()).containsExactly("load");
    assertThat(report.getPriority()).isEqualTo(5);
    assertThat(report.getTimeoutSeconds()).isEqualTo(1800);
    assertThat(report.getRerunTimes()).isEqualTo(2);
    assertThat(report.getRerunIntervalMs()).isEqualTo(60_000);
    assertThat(report.getComputingResource()).isEqualTo("local");
    assertThat(report.getComputeUnitsMilli()).isEqualTo(250);
    assertThat(report.getSparkConf()).isEqualTo(Map.of("spark.executor.cores", "2"));
    assertThat(report.getEmrJobConfig()).isEqualTo(Map.of("FLOW_SKIP_SQL_ANALYZE", "true"));
    assertThat(report.getOutputs()).contains("demo.report_out", "demo.report_table");
    assertThat(nodes.get(3).getPositionalParameters()).containsExactly("$bizdate", "$[yyyymmdd-1]");
    assertThat(nodes.get(3).getParameters()).isEmpty();
  }

  @Test
  void ownScheduleGoesThroughRowAndRecordWhole() {
    // given
    WorkflowDraft draft =
        Documents.valid(WorkflowDraft.read(Documents.text("schedules.json"), CONTEXT));
    // when
    var record = WorkflowRecords.definition(new Deployed(draft, 1, Instant.EPOCH));
    Trigger own = record.getNodes().get(1).getTrigger();
    // then
    assertThat(DefinitionJson.read(DefinitionJson.write(draft.definition())))
        .isEqualTo(draft.definition());
    assertThat(own)
        .isEqualTo(
            Trigger.newBuilder()
                .setType(TriggerType.SCHEDULER)
                .setCron("00 00 00-23/4 * * ?")
                .setTimeZone("Europe/Berlin")
                .setDstGap(DstGap.SKIP)
                .setDstFold(DstFold.BOTH)
                .setCalendar(
                    SchedulingCalendar.newBuilder()
                        .setName("bank")
                        .setFrom("2026-01-01")
                        .setTo("2026-12-31")
                        .setWeekdays(List.of("MONDAY", "TUESDAY"))
                        .setHolidays(List.of("2026-03-30"))
                        .setDays(List.of("2026-03-29"))
                        .build())
                .setMissedTicks(MissedTicks.LAST)
                .setMissedTicksPerMinute(5)
                .build());
    assertThat(record.getDependencies())
        .extracting(Dependency::getNodeId, Dependency::getType, Dependency::getUpstreamNodeId)
        .containsExactly(
            tuple("hourly", DependencyType.CROSS_CYCLE_SELF, null),
            tuple("daily", DependencyType.CROSS_CYCLE_OTHER_NODE, "hourly"));
  }

  static List<Arguments> enumerations() {
    return List.of(
        Arguments.of(
            io.weirworks.registry.workflow.WorkflowKind.class,
            io.weirworks.contract.registry.WorkflowKind.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.flowspec.Recurrence.class,
            io.weirworks.contract.registry.Recurrence.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.flowspec.DependencyType.class,
            io.weirworks.contract.registry.DependencyType.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.schedule.DstPolicy.Gap.class,
            io.weirworks.contract.registry.DstGap.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.schedule.DstPolicy.Fold.class,
            io.weirworks.contract.registry.DstFold.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.schedule.MissedTicks.Policy.class,
            io.weirworks.contract.registry.MissedTicks.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.flowspec.InstanceMode.class,
            io.weirworks.contract.registry.InstanceMode.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.flowspec.RerunMode.class,
            io.weirworks.contract.registry.RerunMode.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.workspace.WorkspaceMode.class,
            io.weirworks.contract.registry.WorkspaceMode.getClassSchema()),
        Arguments.of(
            io.weirworks.registry.computingresource.ComputingResourceType.class,
            io.weirworks.contract.registry.ComputingResourceType.getClassSchema()));
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void contractKnowsEveryConstantOfTheDomainByTheSameName(
      Class<? extends Enum<?>> domain, Schema contract) {
    assertThat(contract.getEnumSymbols())
        .containsAll(List.of(domain.getEnumConstants()).stream().map(Enum::name).toList());
  }
}
