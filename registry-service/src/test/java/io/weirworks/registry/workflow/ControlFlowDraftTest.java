package io.weirworks.registry.workflow;

import static io.weirworks.registry.flowspec.Documents.problems;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.workflow.NodeControl.ArmEnd;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branch, join, assignment, parameter and loop nodes as FlowSpec writes them (1.8, 4). */
class ControlFlowDraftTest {

  private static final String SHELL =
      "\"script\":{\"content\":\"echo x\",\"runtime\":{\"command\":\"EMR_SHELL\"}}";

  private static String command(String command) {
    return "\"script\":{\"runtime\":{\"command\":\"" + command + "\"}}";
  }

  private static String document(String nodes, String edges) {
    return """
        {"version":"2.0.0","kind":"ManualWorkflow","spec":{"workflows":[{"name":"w","nodes":[%s],"dependencies":[%s]}]}}
        """
        .formatted(nodes, edges);
  }

  private static NodeDefinition node(WorkflowDefinition definition, String id) {
    return definition.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The document of dataworks-semantics 1.10 (b), as YAML. */
  private static final String BRANCHES =
      """
      version: 1.1.0
      kind: CycleWorkflow
      spec:
        name: w
        artifacts:
          - {id: weekday, artifactType: NodeOutput, data: retail.is_weekday}
          - {id: weekend, artifactType: NodeOutput, data: retail.is_weekend}
        nodes:
          - id: pick
            name: pick
            script: {path: retail/pick, runtime: {command: CONTROLLER_BRANCH}, parameters: [{name: dow, value: "$[yyyymmdd]"}]}
            outputs: {nodeOutputs: ["{{artifacts.weekday}}", "{{artifacts.weekend}}"]}
            trigger: {cron: "00 00 00 * * ?"}
            branch:
              branches:
                - {when: "${dow} < 6", desc: working day, output: "{{artifacts.weekday}}"}
                - {when: "${dow} >= 6", desc: week end, output: "{{artifacts.weekend}}"}
          - {id: full, name: full, script: {content: select 1, runtime: {command: EMR_SPARK_SQL}}}
          - {id: light, name: light, script: {content: select 1, runtime: {command: EMR_SPARK_SQL}}}
          - id: meet
            name: meet
            script: {path: retail/meet, runtime: {command: CONTROLLER_JOIN}}
            join:
              branches:
                - {name: f, nodeId: full, assertion: {field: status, in: [SUCCESS, NOT_RUN]}}
                - {name: l, nodeId: light, assertion: {field: status, in: [1, 3]}}
              logic: {expression: f and l}
        flow:
          - {nodeId: full, depends: [{type: Normal, output: retail.is_weekday}]}
          - {nodeId: light, depends: [{type: Normal, nodeId: pick, output: retail.is_weekend}]}
          - {nodeId: meet, depends: [{type: Normal, nodeId: full}]}
      """;

  @Test
  void armsOfBranchAndJoinAreRead() {
    // when
    WorkflowDefinition definition = valid(Drafts.read(BRANCHES)).definition();
    // then
    assertThat(node(definition, "pick").steering().control())
        .isEqualTo(
            new NodeControl.Branch(
                List.of(
                    new NodeControl.BranchArm("${dow} < 6", "retail.is_weekday", "working day"),
                    new NodeControl.BranchArm("${dow} >= 6", "retail.is_weekend", "week end")),
                false));
    assertThat(node(definition, "full").steering().arms())
        .containsExactly(new Steering.Arm("pick", "retail.is_weekday"));
    assertThat(node(definition, "light").steering().arms())
        .containsExactly(new Steering.Arm("pick", "retail.is_weekend"));
    assertThat(node(definition, "meet").steering().control())
        .isEqualTo(
            new NodeControl.Join(
                List.of(
                    new NodeControl.JoinArm("f", "full", Set.of(ArmEnd.SUCCESS, ArmEnd.NOT_RUN)),
                    new NodeControl.JoinArm("l", "light", Set.of(ArmEnd.SUCCESS, ArmEnd.FAILURE))),
                "f and l"));
    assertThat(node(definition, "meet").upstreams()).containsExactlyInAnyOrder("full", "light");
  }

  private static final String CITIES =
      """
      {"id":"cities","name":"cities","script":{"language":"shell-script","content":"echo 'hz,sh'","runtime":{"command":"CONTROLLER_ASSIGNMENT"}},
       "outputs":{"nodeOutputs":[{"data":"demo.cities"}],"variables":[{"name":"outputs","scope":"NodeContext","type":"NodeOutput","value":"${outputs}"}]}}""";
  private static final String EDGE_TO_CITIES =
      "{\"nodeId\":\"%s\",\"depends\":[{\"output\":\"demo.cities\"}]}";

  private static String bound(String id, String inputName, String rest) {
    return """
        {"id":"%s","name":"%s",%s,"inputs":{"variables":[{"name":"outputs","inputName":"%s","scope":"NodeContext","type":"NodeOutput","node":{"output":"demo.cities"}}]}}
        """
        .formatted(id, id, rest, inputName);
  }

  @Test
  void directDownstreamIsBoundToTheValue() {
    // when
    String text =
        document(CITIES + "," + bound("use", "p", SHELL), EDGE_TO_CITIES.formatted("use"));
    WorkflowDefinition definition = valid(Drafts.read(text)).definition();
    // then
    assertThat(node(definition, "cities").outputParameters()).containsExactly("outputs");
    assertThat(node(definition, "use").steering().inputs())
        .containsExactly(new Steering.Input("p", "cities", "outputs"));
  }

  /** Row 32. */
  @Test
  void grandchildCannotBindAndAParameterNodeBetweenMakesItPossible() {
    // given
    String chain =
        EDGE_TO_CITIES.formatted("hub")
            + ",{\"nodeId\":\"far\",\"depends\":[{\"nodeId\":\"hub\"}]}";
    String hub =
        """
        {"id":"hub","name":"hub",%s,"param-hub":{"variables":[
          {"name":"outputs","type":"PassThrough","scope":"NodeContext","variable":{"name":"outputs","type":"NodeOutput","node":{"output":"demo.cities"}}},
          {"name":"area","type":"Constant","scope":"NodeContext","value":"cn"}]}}"""
            .formatted(command("PARAM_HUB"));
    String far =
        """
        {"id":"far","name":"far",%s,"inputs":{"variables":[{"name":"p","referenceVariable":{"name":"outputs","node":{"nodeId":"hub"}}}]}}"""
            .formatted(SHELL);
    // when
    List<Problem> problems =
        problems(Drafts.read(document(CITIES + "," + hub + "," + bound("far", "p", SHELL), chain)));
    WorkflowDefinition definition =
        valid(Drafts.read(document(CITIES + "," + hub + "," + far, chain))).definition();
    // then
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code().code()).isEqualTo("InvalidControlFlow");
              assertThat(problem.value()).isEqualTo("demo.cities");
              assertThat(problem.expected()).contains("direct upstream").contains("PARAM_HUB");
            });
    assertThat(node(definition, "hub").outputParameters()).containsExactly("outputs", "area");
    assertThat(node(definition, "hub").steering().inputs())
        .containsExactly(new Steering.Input("outputs", "cities", "outputs"));
    assertThat(node(definition, "hub").script().parameters())
        .isEqualTo(
            new NodeParameters.Named(
                List.of(new NamedParameter("area", new ParameterValue.Constant("cn")))));
    assertThat(node(definition, "far").steering().inputs())
        .containsExactly(new Steering.Input("p", "hub", "outputs"));
  }

  private static String loop(String settings, String inner, String edges) {
    return bound(
        "loop",
        "loopDataArray",
        command("CONTROLLER_TRAVERSE")
            + ",\"for-each\":{"
            + settings
            + "\"nodes\":["
            + inner
            + "],\"flow\":["
            + edges
            + "]}");
  }

  private static final String START =
      "{\"id\":\"s\",\"name\":\"start\"," + command("CONTROLLER_TRAVERSE_START") + "}";
  private static final String BODY = "{\"id\":\"b\",\"name\":\"body\"," + SHELL + "}";
  private static final String END =
      "{\"id\":\"e\",\"name\":\"end\"," + command("CONTROLLER_TRAVERSE_END") + "}";
  private static final String INNER = START + "," + BODY + "," + END;

  private static String looped(String loop) {
    return document(CITIES + "," + loop, EDGE_TO_CITIES.formatted("loop"));
  }

  @Test
  void insideALoopNothingReachesOtherCyclesOrWorkflows() {
    // given
    String edges =
        "{\"nodeId\":\"b\",\"depends\":[{\"output\":\"other.x\"},{\"type\":\"CrossCycleDependsOnSelf\"}]}";
    // when, then
    assertThat(problems(Drafts.read(looped(loop("", INNER, edges)))))
        .extracting(problem -> problem.code().code(), Problem::value)
        .containsExactly(
            tuple("InvalidControlFlow", "other.x"),
            tuple("InvalidControlFlow", "CrossCycleDependsOnSelf"));
  }

  /** The document of dataworks-semantics 1.10 (c), its inner edges left out. */
  @Test
  void forEachHoldsItsNodesBetweenStartAndEnd() {
    // when
    WorkflowDefinition definition =
        valid(Drafts.read(looped(loop("\"maxIterations\":128,\"parallelism\":5,", INNER, ""))))
            .definition();
    // then
    assertThat(node(definition, "loop").steering().control())
        .isEqualTo(new NodeControl.Loop(128, 5, "e"));
    assertThat(node(definition, "loop").steering().inputs())
        .containsExactly(new Steering.Input("loopDataArray", "cities", "outputs"));
    assertThat(node(definition, "b").steering().loopNodeId()).isEqualTo("loop");
    assertThat(node(definition, "b").upstreams()).containsExactly("s");
    assertThat(node(definition, "e").upstreams()).containsExactly("b");
    assertThat(node(definition, "s").upstreams()).isEmpty();
  }

  /** As dowhile.json writes it: the singular, and END beside the nodes. */
  @Test
  void doWhileReadsTheSingularAndTheEndBesideItsNodes() {
    // given
    String loop =
        """
        {"id":"loop","name":"loop",%s,"do-while":{"maxIteration":3,
          "nodes":[{"id":"b","name":"body",%s},{"id":"s","name":"cycle_start",%s}],
          "flow":[{"nodeId":"e","depends":[{"nodeId":"b"}]},{"nodeId":"b","depends":[{"nodeId":"s"}]}],
          "while":{"id":"e","name":"cycle_end","script":{"language":"python3","content":"print('False')","runtime":{"command":"CONTROLLER_CYCLE_END"}}}}}"""
            .formatted(command("CONTROLLER_CYCLE"), SHELL, command("CONTROLLER_CYCLE_START"));
    // when
    WorkflowDefinition definition = valid(Drafts.read(document(loop, ""))).definition();
    // then
    assertThat(node(definition, "loop").steering().control())
        .isEqualTo(new NodeControl.Loop(3, 1, "e"));
    assertThat(node(definition, "e").upstreams()).containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "maxIterations":0,      | OutOfRange | 0    | a number from 1 to 1024
          "maxIterations":1025,   | OutOfRange | 1025 | a number from 1 to 1024
          "parallelism":21,       | OutOfRange | 21   | a number from 1 to 20
          """)
  void forEachBeyondItsLimitsIsRefusedWithTheNumber(
      String settings, String code, String value, String expected) {
    assertThat(problems(Drafts.read(looped(loop(settings, INNER, "")))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code().code()).isEqualTo(code);
              assertThat(problem.value()).isEqualTo(value);
              assertThat(problem.expected()).isEqualTo(expected);
            });
  }

  @Test
  void doWhileBeyondItsLimitIsRefusedWithTheNumber() {
    // given
    String loop =
        "{\"id\":\"loop\",\"name\":\"loop\","
            + command("CONTROLLER_CYCLE")
            + ",\"do-while\":{\"maxIterations\":129,\"nodes\":[]}}";
    // when, then
    assertThat(problems(Drafts.read(document(loop, ""))))
        .extracting(Problem::expected)
        .contains("a number from 1 to 128");
  }

  @Test
  void loopInsideALoopIsRefused() {
    // given
    String inner =
        "{\"id\":\"in\",\"name\":\"in\"," + command("CONTROLLER_CYCLE") + ",\"do-while\":{}}";
    // when, then
    assertThat(problems(Drafts.read(looped(loop("", INNER + "," + inner, "")))))
        .extracting(Problem::expected)
        .contains("no loop inside a loop");
  }

  @Test
  void branchInsideALoopMustMeetBeforeEnd() {
    // given
    String branch =
        """
        {"id":"pick","name":"pick",%s,"outputs":{"nodeOutputs":[{"data":"demo.arm"}]},
         "branch":{"branches":[{"when":"1 == 1","output":"demo.arm"}]}}"""
            .formatted(command("CONTROLLER_BRANCH"));
    String edges =
        "{\"nodeId\":\"b\",\"depends\":[{\"output\":\"demo.arm\"}]},"
            + "{\"nodeId\":\"e\",\"depends\":[{\"nodeId\":\"b\"}]}";
    String join =
        """
        {"id":"meet","name":"meet",%s,"join":{"branches":[{"name":"x","nodeId":"b","assertion":{"in":["SUCCESS","NOT_RUN"]}}]}}"""
            .formatted(command("CONTROLLER_JOIN"));
    String closed =
        "{\"nodeId\":\"b\",\"depends\":[{\"output\":\"demo.arm\"}]},"
            + "{\"nodeId\":\"e\",\"depends\":[{\"nodeId\":\"meet\"}]}";
    // when, then
    assertThat(problems(Drafts.read(looped(loop("", INNER + "," + branch, edges)))))
        .extracting(Problem::expected)
        .containsExactly("a join between every arm of a branch and END");
    assertThat(
            valid(Drafts.read(looped(loop("", INNER + "," + branch + "," + join, closed))))
                .definition()
                .nodes())
        .hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nodeId: full       | nodeId: pick       | a node behind the branch, not the branch itself
          nodeId: full       | nodeId: meet       | the id of another node beside the join
          f and l            | f and x            | and, or, not and names of arms
          [1, 3]             | [4]                | SUCCESS (1), NOT_RUN (2) or FAILURE (3)
          {name: f,          | {name: and,        | a name of letters, digits and underscores
          when: "${dow} < 6" | when: ""           | the condition of the arm
          """)
  void unsoundBranchOrJoinIsRefused(String sound, String unsound, String expected) {
    // given
    String text = BRANCHES.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(unsound));
    // when, then
    assertThat(problems(Drafts.read(text)))
        .extracting(Problem::expected)
        .anySatisfy(right -> assertThat(right).contains(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          shell-script | # names\\necho a             | code without comments
          python3      | # names\\nprint('a')         | code without comments
          spark-sql    | -- names\\nselect 1          | code without comments
          spark-sql    | with t as (select 1) select 1 | SQL that does not begin with WITH
          shell-script | #!/bin/bash\\necho a         |
          spark-sql    | select 1                    |
          """)
  void codeOfAnAssignmentHoldsNoComment(String language, String code, String expected) {
    // given
    String text =
        document(
            """
            {"id":"a","name":"a","script":{"language":"%s","content":"%s","runtime":{"command":"CONTROLLER_ASSIGNMENT"}}}"""
                .formatted(language, code),
            "");
    // when, then
    if (expected == null) {
      assertThat(valid(Drafts.read(text)).definition().nodes()).hasSize(1);
    } else {
      assertThat(problems(Drafts.read(text)))
          .extracting(Problem::expected)
          .containsExactly(expected);
    }
  }

  @Test
  void triggerIsReadUnderBothItsNames() {
    // when
    String text = document("{\"id\":\"t\",\"name\":\"t\"," + command("HTTP_TRIGGER") + "}", "");
    // then
    assertThat(valid(Drafts.read(text)).definition().nodes().getFirst().script().type())
        .isEqualTo(NodeType.SCHEDULER_TRIGGER);
  }
}
