package io.weirworks.registry.workflow;

import static io.weirworks.registry.flowspec.Documents.problems;
import static io.weirworks.registry.flowspec.Documents.text;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.flowspec.DependencyType;
import io.weirworks.registry.flowspec.Recurrence;
import io.weirworks.registry.schedule.Timetable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which timetable each node of a workflow has, and what it waits for beyond its cycle. */
class OwnScheduleTest {

  private static WorkflowDefinition schedules() {
    return valid(Drafts.read(text("schedules.json"))).definition();
  }

  private static NodeDefinition node(WorkflowDefinition definition, String id) {
    return definition.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nodeThatSaysOtherTimesHasItsOwnTimetableAndItsUpstreamsStayInTheWorkflow() {
    // when
    NodeDefinition hourly = node(schedules(), "hourly");
    // then
    assertThat(hourly.timetable())
        .isNotNull()
        .extracting(Timetable::zone)
        .isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(hourly.upstreams()).containsExactly("daily");
  }

  @Test
  void nodeThatSaysTheSameTimesFollowsTheWorkflowAndKeepsItsRecurrence() {
    // when
    NodeDefinition same = node(schedules(), "same");
    // then
    assertThat(same.timetable()).isNull();
    assertThat(same.recurrence()).isEqualTo(Recurrence.PAUSE);
  }

  @Test
  void crossCycleDependenciesAreKeptOnceAndTheRootOfAWorkspaceIsNone() {
    assertThat(schedules().dependencies())
        .containsExactly(
            new CrossDependency("hourly", DependencyType.CROSS_CYCLE_SELF, null, null),
            new CrossDependency(
                "daily",
                DependencyType.CROSS_CYCLE_OTHER_NODE,
                null,
                new Upstream(null, "hourly")));
  }

  /** The triggers of nodes a, b, c; "-" is none. Each node's own cron, "=" for the workflow's. */
  @ParameterizedTest(name = "workflow {0}, nodes {1}: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 1 * * ? | -, -, -                             | 0 0 1 * * ? | =, =, =",
        "0 0 1 * * ? | 0 0 1 * * ?, 0 0 2 * * ?, -         | 0 0 1 * * ? | =, 0 0 2 * * ?, =",
        "-           | 0 0 1 * * ?, 0 0 1 * * ?, -         | 0 0 1 * * ? | =, =, =",
        "-           | -, 0 0 1 * * ?, -                   | 0 0 1 * * ? | =, =, =",
        "-           | 0 0 1 * * ?, 0 0 2 * * ?, 0 0 2 * * ? | -         | 0 0 1 * * ?, 0 0 2 * * ?, 0 0 2 * * ?",
      })
  void nodeFollowsTheWorkflowUnlessItSaysOtherTimes(
      String ofWorkflow, String ofNodes, String expected, String own) {
    // when
    WorkflowDefinition definition = valid(Drafts.read(flow(ofWorkflow, ofNodes))).definition();
    // then
    assertThat(definition.schedule() == null ? "-" : definition.schedule().cron())
        .isEqualTo(expected);
    assertThat(
            definition.nodes().stream()
                .map(NodeDefinition::timetable)
                .map(timetable -> timetable == null ? "=" : timetable.schedule().cron())
                .collect(Collectors.joining(", ")))
        .isEqualTo(own);
  }

  @Test
  void whereTriggersDifferANodeWithoutOneIsRefused() {
    assertThat(problems(Drafts.read(flow("-", "0 0 1 * * ?, 0 0 2 * * ?, -"))))
        .extracting(problem -> problem.code().code(), Problem::path)
        .containsExactly(tuple("MissingValue", "$.spec.workflows[0].nodes[2].trigger"));
  }

  private static String flow(String ofWorkflow, String ofNodes) {
    List<String> triggers =
        Arrays.stream(ofNodes.split(", ")).map(OwnScheduleTest::trigger).toList();
    String nodes = "";
    for (int i = 0; i < triggers.size(); i++) {
      nodes +=
          "%s{\"id\":\"%c\",\"name\":\"%c\",%s\"script\":{\"runtime\":{\"command\":\"VIRTUAL\"}}}"
              .formatted(i == 0 ? "" : ",", 'a' + i, 'a' + i, triggers.get(i));
    }
    return "{\"version\":\"2.0.0\",\"kind\":\"CycleWorkflow\",\"spec\":{\"workflows\":[{\"id\":\"w\",\"name\":\"w\",%s\"nodes\":[%s]}]}}"
        .formatted(trigger(ofWorkflow), nodes);
  }

  private static String trigger(String cron) {
    return cron.equals("-") ? "" : "\"trigger\":{\"cron\":\"" + cron + "\"},";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trigger/x-dstPolicy | {\"fold\":\"NEVER\"} | UnknownValue | $.spec.workflows[0].trigger.x-dstPolicy.fold | NEVER",
        "trigger/x-dstPolicy | {\"gpa\":\"SKIP\"} | UnknownValue | $.spec.workflows[0].trigger.x-dstPolicy.gpa | gpa",
        "trigger/x-dstPolicy | \"SKIP\" | WrongType | $.spec.workflows[0].trigger.x-dstPolicy | \"SKIP\"",
        "trigger/x-missedTicks | {\"policy\":\"SOME\"} | UnknownValue | $.spec.workflows[0].trigger.x-missedTicks.policy | SOME",
        "trigger/x-missedTicks | {\"perMinute\":0} | OutOfRange | $.spec.workflows[0].trigger.x-missedTicks.perMinute | 0",
        "trigger/x-missedTicks | {\"perMinute\":1.5} | OutOfRange | $.spec.workflows[0].trigger.x-missedTicks.perMinute | 1.5",
        "/spec/x-calendars | {} | WrongType | $.spec.x-calendars | {}",
        "/spec/x-calendars | [{\"name\":\"a\"}] | MissingValue | $.spec.x-calendars[0].id | ``",
        "/spec/x-calendars | [{\"id\":1},{\"id\":1}] | DuplicateId | $.spec.x-calendars[1].id | 1",
        "/spec/x-calendars | [{\"id\":1,\"weekdays\":[\"SOMEDAY\"]}] | UnknownValue | $.spec.x-calendars[0].weekdays[0] | SOMEDAY",
        "/spec/x-calendars | [{\"id\":1,\"days\":[\"2026-02-30\"]}] | InvalidTime | $.spec.x-calendars[0].days[0] | 2026-02-30",
        "/spec/x-calendars | [{\"id\":1,\"from\":\"2026-02-03\",\"to\":\"2026-02-02\"}] | InvalidTime | $.spec.x-calendars[0].to | 2026-02-02",
        "nodes/0/trigger | {\"cron\":\"0 0 9 * * ?\",\"timezone\":\"Mars\"} | UnknownTimeZone | $.spec.workflows[0].nodes[0].trigger.timezone | Mars",
        "nodes/0/trigger | {\"cron\":\"0 0 9 * * ?\",\"type\":\"Streaming\"} | FeatureNotSupportedYet | $.spec.workflows[0].nodes[0].trigger.type | Streaming",
      })
  void wrongPolicyOrCalendarIsRefusedWithCodePlaceAndValue(
      String pointer, String json, String code, String path, String value) {
    // when
    List<Problem> problems = problems(Drafts.read(Drafts.flightsWith(pointer, json)));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::path, Problem::value)
        .containsExactly(tuple(code, path, value));
    assertThat(problems).allSatisfy(problem -> assertThat(problem.expected()).isNotBlank());
  }

  @Test
  void insideALoopOrAManualWorkflowNothingReachesOtherCycles() {
    // given
    String manual =
        Drafts.flightsWith("/kind", "\"ManualWorkflow\"")
            .replace("\"demo_root\"", "\"other.output\"");
    // then
    assertThat(problems(Drafts.read(manual)))
        .extracting(problem -> problem.code().code(), Problem::value)
        .containsExactly(tuple("FeatureNotSupportedYet", "other.output"));
  }
}
