package io.weirworks.registry.workflow;

import static io.weirworks.registry.flowspec.Documents.problems;
import static io.weirworks.registry.flowspec.Documents.text;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.flowspec.InstanceMode;
import io.weirworks.registry.flowspec.Recurrence;
import io.weirworks.registry.flowspec.RerunMode;
import io.weirworks.registry.schedule.DstPolicy;
import io.weirworks.registry.schedule.MissedTicks;
import io.weirworks.registry.schedule.Schedule;
import io.weirworks.registry.workflow.NodeParameters.Named;
import io.weirworks.registry.workflow.NodeParameters.Positional;
import io.weirworks.registry.workflow.ParameterValue.Constant;
import io.weirworks.registry.workflow.ParameterValue.Expression;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowDraftTest {

  private static NodeDefinition node(WorkflowDefinition definition, String id) {
    return definition.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void soundDocumentBecomesACompleteDefinition() {
    // when
    WorkflowDefinition flights = Drafts.flights().definition();
    // then
    assertThat(flights.name()).isEqualTo("flights");
    assertThat(flights.kind()).isEqualTo(WorkflowKind.CYCLE_WORKFLOW);
    assertThat(flights.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(flights.schedule())
        .isEqualTo(
            new Schedule(
                "00 30 05 * * ?",
                LocalDateTime.of(2001, 1, 1, 0, 0),
                null,
                Recurrence.NORMAL,
                DstPolicy.DOCUMENTED,
                null,
                MissedTicks.ALL));
    assertThat(flights.parameters())
        .containsExactly(new NamedParameter("zone", new Constant("us $1")));
    assertThat(node(flights, "report"))
        .isEqualTo(
            new NodeDefinition(
                "report",
                "report",
                null,
                null,
                new NodeScript(
                    NodeType.EMR_SPARK_SQL,
                    "spark-sql",
                    "insert overwrite table report select '${bizdate}'",
                    new Named(
                        List.of(
                            new NamedParameter("bizdate", new Expression("$bizdate")),
                            new NamedParameter("label", new Constant("a b")))),
                    new TreeMap<>(Map.of("FLOW_SKIP_SQL_ANALYZE", "true")),
                    new TreeMap<>(Map.of("spark.executor.cores", "2"))),
                List.of("load"),
                List.of("demo.report_out", "demo.report_table", "demo.report"),
                List.of("rows"),
                Recurrence.NORMAL,
                new RunPolicy(
                    5,
                    Duration.ofMinutes(30),
                    InstanceMode.T_PLUS_1,
                    RerunMode.ALLOWED,
                    2,
                    Duration.ofMinutes(1)),
                new RunTarget("local", "rg", 250),
                Steering.NONE,
                null));
  }

  @Test
  void eachNodeStandsAfterItsUpstreams() {
    // when
    WorkflowDefinition flights = Drafts.flights().definition();
    // then
    assertThat(flights.nodes())
        .extracting(NodeDefinition::id)
        .containsExactly("root", "load", "report", "csv");
  }

  @Test
  void nodeWithoutUpstreamHangsOnTheWorkflowsStart() {
    assertThat(Drafts.flights().definition().startNodes())
        .extracting(NodeDefinition::id)
        .containsExactly("root");
  }

  @Test
  void repeatedEdgesFallTogetherHoweverTheyNameTheUpstream() {
    assertThat(node(Drafts.flights().definition(), "report").upstreams()).containsExactly("load");
  }

  @Test
  void consumedOutputsAreDependenciesToo() {
    // given
    String text =
        Drafts.flightsWith(
            "nodes/3/inputs",
            "{\"nodeOutputs\":[{\"data\":\"demo.load\"},{\"data\":\"demo_root\"}]}");
    // when
    WorkflowDefinition definition = valid(Drafts.read(text)).definition();
    // then
    assertThat(node(definition, "csv").upstreams()).containsExactly("report", "load");
  }

  @Test
  void parametersTypedAsTextAreReadByNodeType() {
    // when
    WorkflowDefinition flights = Drafts.flights().definition();
    // then
    assertThat(node(flights, "load").script().parameters())
        .isEqualTo(
            new Named(
                List.of(
                    new NamedParameter("day", new Expression("$bizdate")),
                    new NamedParameter("hour", new Expression("$[hh24-1/24]")))));
    assertThat(node(flights, "csv").script().parameters())
        .isEqualTo(new Positional(List.of("$bizdate", "$[yyyymmdd-1]")));
  }

  @Test
  void whatNodeAndWorkflowLeaveOutTakesTheVendorsDefaults() {
    // given
    String text = Drafts.flightsWith("strategy", "absent");
    // when
    RunPolicy policy = node(valid(Drafts.read(text)).definition(), "root").policy();
    // then
    assertThat(policy)
        .isEqualTo(
            new RunPolicy(
                1,
                Duration.ofHours(4),
                InstanceMode.T_PLUS_1,
                RerunMode.ALLOWED,
                0,
                Duration.ofMinutes(3)));
  }

  @Test
  void triggerWithoutZoneTakesTheWorkspaces() {
    // given
    String text = Drafts.flightsWith("trigger/timezone", "absent");
    // then
    assertThat(valid(Drafts.read(text)).definition().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void manualWorkflowNeedsNoTrigger() {
    // given
    String text = Drafts.flightsWith("/kind", "\"ManualWorkflow\"");
    // then
    assertThat(valid(Drafts.read(text)).definition().schedule()).isNull();
  }

  @Test
  void documentWithoutWorkflowsIsOneWorkflowAndMayHaveItsTriggerAtEachNode() {
    // given
    String text =
        text("retail-1.0.json")
            .replace("\"variables\": [{\"name\": \"seen\"", "\"kept\": [{\"name\": \"seen\"");
    // when
    WorkflowDefinition retail = valid(Drafts.read(text)).definition();
    // then
    assertThat(retail.name()).isEqualTo("retail");
    assertThat(retail.schedule())
        .isNotNull()
        .extracting(Schedule::cron)
        .isEqualTo("00 30 01 * * ?");
    assertThat(node(retail, "orders").upstreams()).containsExactly("root");
  }

  @Test
  void singleNodeIsAWorkflowOfOneThatHasItsName() {
    // given
    String text =
        """
        {"version":"2.0.0","kind":"Node","spec":{"nodes":[{"id":"1","name":"hello","trigger":{"cron":"0 0 1 * * ?"},
         "script":{"content":"echo hello","runtime":{"commandTypeId":6}}}],
         "dependencies":[{"nodeId":"1","depends":[{"output":"demo_root"}]}]}}
        """;
    // when
    WorkflowDefinition hello = valid(Drafts.read(text)).definition();
    // then
    assertThat(hello.name()).isEqualTo("hello");
    assertThat(hello.nodes())
        .extracting(node -> node.script().type())
        .containsExactly(NodeType.DIDE_SHELL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/kind | \"DataQuality\" | UnsupportedKind | $.kind | DataQuality",
        "/kind | absent | UnsupportedKind | $.kind | ``",
        "/kind | \"Node\" | WrongWorkflowCount | $.spec.nodes | 0 nodes",
        "/spec/nodes | [{\"id\":\"x\"}] | WrongWorkflowCount | $.spec.workflows | 1 workflows and 1 nodes beside them",
        "name | \"a b\" | InvalidName | $.spec.workflows[0].name | a b",
        "nodes | [] | MissingValue | $.spec.workflows[0].nodes | ``",
        "nodes/1/name | \"\" | MissingValue | $.spec.workflows[0].nodes[1].name | ``",
        "nodes/1/name | \"a/b\" | InvalidName | $.spec.workflows[0].nodes[1].name | a/b",
        "nodes/1/name | \"load\" | DuplicateName | $.spec.workflows[0].nodes[2].name | load",
        "nodes/2/outputs | {\"nodeOutputs\":[{\"data\":\" \"}]} | OutOfRange | $.spec.workflows[0].nodes[2].outputs.nodeOutputs[0].data | ` `",
        "nodes/2/outputs | {\"nodeOutputs\":[{\"data\":\"demo.x \"}]} | OutOfRange | $.spec.workflows[0].nodes[2].outputs.nodeOutputs[0].data | `demo.x `",
        "nodes/2/outputs | {\"nodeOutputs\":[{\"data\":\"demo.report_table\"}]} | DuplicateOutput | $.spec.workflows[0].nodes[2].outputs.nodeOutputs[0].data | demo.report_table",
        "nodes/1/script | absent | MissingValue | $.spec.workflows[0].nodes[1].script.runtime.command | ``",
        "nodes/1/script/runtime/command | \"EMR_HIVE\" | NodeTypeNotSupportedYet | $.spec.workflows[0].nodes[1].script.runtime.command | EMR_HIVE",
        "nodes/1/script/runtime/command | \"SUB_PROCESS\" | NodeTypeNotSupportedYet | $.spec.workflows[0].nodes[1].script.runtime.command | SUB_PROCESS",
        "nodes/1/script/runtime/command | \"CONTROLLER_BRANCH\" | MissingValue | $.spec.workflows[0].nodes[1].branch | ``",
        "nodes/1/script/runtime/command | \"EMR_FLINK\" | FlinkNotSupported | $.spec.workflows[0].nodes[1].script.runtime.command | EMR_FLINK",
        "nodes/1/script/runtime/command | \"FLINK_SQL_STREAM\" | FlinkNotSupported | $.spec.workflows[0].nodes[1].script.runtime.command | FLINK_SQL_STREAM",
        "nodes/1/script/runtime/command | \"EMR_SPARKSQL\" | UnknownNodeType | $.spec.workflows[0].nodes[1].script.runtime.command | EMR_SPARKSQL",
        "nodes/1/script/runtime/commandTypeId | 6 | ConflictingValue | $.spec.workflows[0].nodes[1].script.runtime.commandTypeId | 6",
        "nodes/1/branch | {} | InvalidControlFlow | $.spec.workflows[0].nodes[1].branch | branch",
        "nodes/1/inputs | {\"variables\":[{\"name\":\"x\"}]} | InvalidControlFlow | $.spec.workflows[0].nodes[1].inputs.variables[0].node | ``",
        "nodes/0/script/language | \"hive-sql\" | LanguageMismatch | $.spec.workflows[0].nodes[0].script.language | hive-sql",
        "nodes/0/script/content | \" \" | MissingValue | $.spec.workflows[0].nodes[0].script.content | ``",
        "nodes/0/script/runtime/sparkConf | {\"a\":[1]} | WrongType | $.spec.workflows[0].nodes[0].script.runtime.sparkConf['a'] | [1]",
        "nodes/0/script/runtime/container | {} | FeatureNotSupportedYet | $.spec.workflows[0].nodes[0].script.runtime.container | ``",
        "nodes/0/priority | 9 | OutOfRange | $.spec.workflows[0].nodes[0].priority | 9",
        "nodes/0/priority | 0 | OutOfRange | $.spec.workflows[0].nodes[0].priority | 0",
        "nodes/0/rerunTimes | 11 | OutOfRange | $.spec.workflows[0].nodes[0].rerunTimes | 11",
        "nodes/0/rerunInterval | 1800001 | OutOfRange | $.spec.workflows[0].nodes[0].rerunInterval | PT30M0.001S",
        "nodes/0/timeout | 10081 | OutOfRange | $.spec.workflows[0].nodes[0].timeout | PT168H1M",
        "nodes/0/timeout | -1 | OutOfRange | $.spec.workflows[0].nodes[0].timeout | PT-1M",
        "nodes/0/runtimeResource/cu | \"0\" | OutOfRange | $.spec.workflows[0].nodes[0].runtimeResource.cu | 0",
        "nodes/0/runtimeResource/cu | \"0.0005\" | OutOfRange | $.spec.workflows[0].nodes[0].runtimeResource.cu | 0.0005",
        "strategy/priority | 12 | OutOfRange | $.spec.workflows[0].strategy.priority | 12",
        "strategy/failureStrategy | \"Break\" | FeatureNotSupportedYet | $.spec.workflows[0].strategy.failureStrategy | Break",
        "trigger | absent | MissingValue | $.spec.workflows[0].nodes[0].trigger | ``",
        "trigger/cron | absent | MissingValue | $.spec.workflows[0].trigger.cron | ``",
        "trigger/cron | \"0 0 25 * * ?\" | InvalidCron | $.spec.workflows[0].trigger.cron | 0 0 25 * * ?",
        "trigger/timezone | \"Asia/Shanghi\" | UnknownTimeZone | $.spec.workflows[0].trigger.timezone | Asia/Shanghi",
        "trigger/startTime | \"2026-02-30 00:00:00\" | InvalidTime | $.spec.workflows[0].trigger.startTime | 2026-02-30 00:00:00",
        "trigger/endTime | \"1999-01-01 00:00:00\" | InvalidTime | $.spec.workflows[0].trigger.endTime | 1999-01-01 00:00:00",
        "trigger/type | \"Streaming\" | FeatureNotSupportedYet | $.spec.workflows[0].trigger.type | Streaming",
        "trigger/delaySeconds | 5 | FeatureNotSupportedYet | $.spec.workflows[0].trigger.delaySeconds | 5",
        "trigger/calendarId | 5 | UnresolvedReference | $.spec.workflows[0].trigger.calendarId | 5",
        "nodes/1/reference | {} | MissingValue | $.spec.workflows[0].nodes[1].reference.output | ``",
        "nodes/0/trigger | {\"cron\":\"0 0 1 * *\"} | InvalidCron | $.spec.workflows[0].nodes[0].trigger.cron | 0 0 1 * *",
        "dependencies | [{\"nodeId\":\"lod\",\"depends\":[]}] | UnresolvedDependency | $.spec.workflows[0].dependencies[0].nodeId | lod",
        "dependencies | [{\"nodeId\":\"load\",\"depends\":[{\"nodeId\":\"rot\"}]}] | UnresolvedDependency | $.spec.workflows[0].dependencies[0].depends[0].nodeId | rot",
        "dependencies | [{\"nodeId\":\"load\",\"depends\":[{}]}] | MissingValue | $.spec.workflows[0].dependencies[0].depends[0] | ``",
        "dependencies | [{\"nodeId\":\"load\",\"depends\":[{\"output\":\"demo.load_out\"}]}] | SelfDependency | $.spec.workflows[0].dependencies[0].depends[0].output | load",
        "dependencies | [{\"nodeId\":\"load\",\"depends\":[{\"nodeId\":\"csv\"}]},{\"nodeId\":\"csv\",\"depends\":[{\"nodeId\":\"load\"}]}] | DependencyCycle | $.spec.workflows[0].dependencies | load -> csv -> load",
        "nodes/0/script/parameters | [{\"name\":\"a b\",\"value\":\"1\"}] | InvalidParameter | $.spec.workflows[0].nodes[0].script.parameters[0].name | a b",
        "nodes/0/script/parameters | [{\"name\":\"a\"}] | MissingValue | $.spec.workflows[0].nodes[0].script.parameters[0].value | ``",
        "nodes/0/script/parameters | [{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"a\",\"value\":\"1\"}] | DuplicateParameter | $.spec.workflows[0].nodes[0].script.parameters[1] | a",
        "nodes/0/script/parameters | [{\"name\":\"a\",\"value\":\"${hh24}\"}] | InvalidExpression | $.spec.workflows[0].nodes[0].script.parameters[0].value | ${hh24}",
        "nodes/0/script/parameters | [{\"name\":\"a\",\"scope\":\"NodeContext\",\"value\":\"1\"}] | FeatureNotSupportedYet | $.spec.workflows[0].nodes[0].script.parameters[0].scope | NodeContext",
        "nodes/0/script/parameters | [{\"name\":\"a\",\"type\":\"PassThrough\"}] | FeatureNotSupportedYet | $.spec.workflows[0].nodes[0].script.parameters[0].type | PassThrough",
        "nodes/2/script/parameters | [{\"type\":\"NoKvVariableExpression\",\"value\":\"$bizdate\"}] | InvalidParameter | $.spec.workflows[0].nodes[2].script.parameters[0].value | $bizdate",
        "nodes/2/script/parameters | [{\"type\":\"NoKvVariableExpression\",\"value\":\"a= b=1\"}] | InvalidParameter | $.spec.workflows[0].nodes[2].script.parameters[0].value | a=",
        "nodes/3/script/parameters | [{\"name\":\"day\",\"value\":\"$bizdate\"}] | InvalidParameter | $.spec.workflows[0].nodes[3].script.parameters[0].name | day",
        "nodes/3/script/parameters | [{\"name\":\"-\",\"type\":\"NoKvVariableExpression\",\"value\":\"1 ${hh24}\"}] | InvalidExpression | $.spec.workflows[0].nodes[3].script.parameters[0].value | ${hh24}",
        "script/parameters | [{\"name\":\"a-b\",\"value\":\"1\"}] | InvalidParameter | $.spec.workflows[0].script.parameters[0].name | a-b",
      })
  void unfitDocumentIsRefusedWithCodePlaceAndValue(
      String pointer, String json, String code, String path, String value) {
    // when
    List<Problem> problems = problems(Drafts.read(Drafts.flightsWith(pointer, json)));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code(), Problem::path, Problem::value)
        .contains(tuple(code, path, value));
    assertThat(problems).allSatisfy(problem -> assertThat(problem.expected()).isNotBlank());
  }

  @Test
  void everyProblemIsToldAtOnce() {
    // given
    String text =
        """
        {"version":"1.1.0","kind":"CycleWorkflow","spec":{"name":"a b","nodes":[
          {"id":"x","name":"x","priority":9,"script":{"language":"sql","runtime":{"command":"EMR_HIVE"}}},
          {"id":"y","name":"y","script":{"content":"ls","runtime":{"command":"EMR_SHELL"},"parameters":[{"name":"?","value":"1"}]}}],
          "flow":[{"nodeId":"x","depends":[{"nodeId":"y"}]},{"nodeId":"y","depends":[{"nodeId":"x"}]},{"nodeId":"z","depends":[]}]}}
        """;
    // when
    List<Problem> problems = problems(Drafts.read(text));
    // then
    assertThat(problems)
        .extracting(problem -> problem.code().code())
        .containsExactlyInAnyOrder(
            "InvalidName",
            "OutOfRange",
            "NodeTypeNotSupportedYet",
            "InvalidParameter",
            "UnresolvedDependency",
            "DependencyCycle",
            "MissingValue");
  }

  @Test
  void unknownNodeTypeSuggestsTheNearest() {
    // given
    String text = Drafts.flightsWith("nodes/1/script/runtime/command", "\"EMR_SPARKSQL\"");
    // then
    assertThat(problems(Drafts.read(text)).getFirst().expected())
        .contains("did you mean EMR_SPARK_SQL");
  }

  @Test
  void sqlOfExactlyTheLimitIsTakenAndOneByteMoreIsTooLarge() {
    // given
    String sql = "x".repeat(WorkflowLimits.MAX_SQL_BYTES);
    // then
    assertThat(valid(Drafts.read(Drafts.flightsWith("nodes/0/script/content", '"' + sql + '"'))))
        .isNotNull();
    assertThat(
            problems(Drafts.read(Drafts.flightsWith("nodes/0/script/content", '"' + sql + "x\""))))
        .extracting(problem -> problem.code().code())
        .containsExactly("ContentTooLarge");
  }

  @Test
  void workflowOfTooManyNodesIsRefusedWithoutLookingAtThem() {
    // given
    String nodes = "{}".concat(",{}".repeat(WorkflowLimits.MAX_NODES));
    // then
    assertThat(problems(Drafts.read(Drafts.flightsWith("nodes", "[" + nodes + "]"))))
        .extracting(problem -> problem.code().code())
        .containsExactly("WorkflowTooLarge");
  }

  @Test
  void documentThatGrowsTooMuchByItsReferencesIsRefused() {
    // given
    String node =
        "{\"id\":\"n%d\",\"name\":\"n%d\",\"trigger\":{\"cron\":\"0 0 1 * * ?\"},\"script\":\"{{s}}\"}";
    StringBuilder nodes = new StringBuilder(node.formatted(0, 0));
    for (int i = 1; i < 80; i++) {
      nodes.append(',').append(node.formatted(i, i));
    }
    String text =
        "{\"version\":\"1.1.0\",\"kind\":\"CycleWorkflow\",\"spec\":{\"name\":\"big\",\"scripts\":[{\"id\":\"s\",\"content\":\"%s\",\"runtime\":{\"command\":\"EMR_SPARK_SQL\"}}],\"nodes\":[%s]}}"
            .formatted("x".repeat(WorkflowLimits.MAX_SQL_BYTES), nodes);
    // then
    assertThat(problems(Drafts.read(text)))
        .extracting(problem -> problem.code().code())
        .containsExactly("WorkflowTooLarge");
  }

  @Test
  void draftsOfOneNameBelongToOneWorkflowOfTheirWorkspace() {
    // when
    WorkflowDraft draft = Drafts.flights();
    // then
    assertThat(draft.workflowId()).isEqualTo(WorkflowDraft.workflowId(Drafts.WORKSPACE, "flights"));
    assertThat(draft.specSha256()).matches("[0-9a-f]{64}");
  }
}
