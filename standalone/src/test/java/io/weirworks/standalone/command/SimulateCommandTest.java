package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts are simulated without any platform (issue 3, item 8). */
class SimulateCommandTest {

  private static final String ODS =
      """
      version: 2.0.0
      kind: CycleWorkflow
      spec:
        workflows:
          - id: ods
            name: ods
            script: {runtime: {command: WORKFLOW}, parameters: [{name: day, value: $bizdate}]}
            trigger: {type: Scheduler, cron: "00 00 */8 * * ?"}
            nodes:
              - id: pull
                name: pull
                script:
                  runtime: {command: DIDE_SHELL}
                  parameters: [{name: "-", type: NoKvVariableExpression, value: "$bizdate $[hh24-1/24]"}]
              - id: orders
                name: orders
                script: {runtime: {command: SOME_NEW_TYPE}}
                outputs: {nodeOutputs: [{data: retail.ods_orders}]}
            dependencies:
              - {nodeId: pull, depends: [{output: default_root}, {type: CrossCycleDependsOnChildren}]}
              - {nodeId: orders, depends: [{nodeId: pull}]}
      """;

  private static final String DWD =
      """
      {"version": "2.0.0", "kind": "Node", "spec": {
        "nodes": [{"id": "dwd_orders", "name": "dwd_orders", "datasource": {"name": "emr_prod"},
          "script": {"runtime": {"command": "EMR_HIVE"},
            "parameters": [{"name": "dt", "type": "System", "value": "$bizdate"}]},
          "trigger": {"type": "Scheduler", "cron": "00 30 02 * * ?", "timezone": "Europe/Berlin"},
          "runtimeResource": {"resourceGroup": "nightly", "cu": "0.5"},
          "outputs": {"nodeOutputs": [{"data": "retail.dwd_orders"}]}}],
        "dependencies": [{"nodeId": "dwd_orders", "depends": [
          {"type": "Normal", "output": "retail.ods_orders"},
          {"type": "CrossCycleDependsOnSelf", "output": "retail.dwd_orders"}]}]}}
      """;

  @TempDir private Path folder;
  private Shell shell = new Shell(Path.of("."), List.of());

  @BeforeEach
  void openShell() {
    shell = new Shell(folder, List.of());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Shell.Outcome simulate(List<String> files, String from, String to, String... more) {
    List<String> words = new ArrayList<>(List.of("simulate"));
    words.addAll(files);
    words.addAll(List.of("--from", from, "--to", to));
    words.addAll(List.of(more));
    return shell.type(words.toArray(String[]::new));
  }

  private static String document(String trigger) {
    return """
    {"version": "1.1.0", "kind": "CycleWorkflow", "spec": {"name": "flow", "nodes": [
      {"id": "n", "name": "n", "trigger": {"type": "Scheduler", %s}}]}}
    """
        .formatted(trigger);
  }

  @Test
  void draftsOfSeveralFilesFindOneAnothersOutputs() throws IOException {
    // given
    List<String> files = List.of(file("dwd.json", DWD), file("ods.yaml", ODS));
    // when: the day before summer time begins and that day
    var outcome =
        simulate(
            files, "2026-03-29T03:00", "2026-03-29T08:00", "--zone", "Europe/Berlin", "--json");
    // then
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines())
        .containsExactly(
            """
            {"workflow":"dwd_orders","node":"dwd_orders","scheduledTime":"2026-03-29T03:30:00+02:00",\
            "bizdate":"2026-03-28","kind":"DRY_RUN","dependsOn":[\
            {"workflow":"dwd_orders","node":"dwd_orders","scheduledTime":"2026-03-28T02:30:00+01:00","kind":"SELF"},\
            {"workflow":"ods","node":"orders","scheduledTime":"2026-03-29T00:00:00+01:00","kind":"SAME_CYCLE"},\
            {"workflow":"ods","node":"orders","scheduledTime":"2026-03-29T08:00:00+02:00","kind":"SAME_CYCLE"},\
            {"workflow":"ods","node":"orders","scheduledTime":"2026-03-29T16:00:00+02:00","kind":"SAME_CYCLE"}],\
            "waits":["UPSTREAM","SCHEDULED_TIME"],\
            "resource":{"computingResource":"emr_prod","resourceGroup":"nightly","computeUnits":0.5},\
            "parameters":{"dt":"20260328"}}""");
  }

  @Test
  void linesComeInOrderOfTimeThenWorkflowThenNode() throws IOException {
    // when
    var outcome =
        simulate(
            List.of(file("ods.yaml", ODS)), "2026-03-10 08:00", "2026-03-10T16:00:00Z", "--json");
    // then
    assertThat(outcome.lines())
        .containsExactly(
            """
            {"workflow":"ods","node":"orders","scheduledTime":"2026-03-10T08:00:00Z",\
            "bizdate":"2026-03-09","kind":"NORMAL","dependsOn":[\
            {"workflow":"ods","node":"pull","scheduledTime":"2026-03-10T08:00:00Z","kind":"SAME_CYCLE"}],\
            "waits":["UPSTREAM","SCHEDULED_TIME","RESOURCE"],\
            "resource":{"computingResource":null,"resourceGroup":null,"computeUnits":null},\
            "parameters":{"day":"20260309"}}""",
            """
            {"workflow":"ods","node":"pull","scheduledTime":"2026-03-10T08:00:00Z",\
            "bizdate":"2026-03-09","kind":"NORMAL","dependsOn":[\
            {"workflow":"ods","node":"orders","scheduledTime":"2026-03-10T00:00:00Z","kind":"CROSS_CYCLE"}],\
            "waits":["UPSTREAM","SCHEDULED_TIME","RESOURCE"],\
            "resource":{"computingResource":null,"resourceGroup":null,"computeUnits":null},\
            "parameters":{"$1":"20260309","$2":"07"}}""");
  }

  @Test
  void peopleGetATable() throws IOException {
    // when
    var outcome = simulate(List.of(file("ods.yaml", ODS)), "2026-03-10", "2026-03-10T01:00");
    // then
    assertThat(outcome.lines()).hasSize(3);
    assertThat(outcome.lines().getFirst()).contains("SCHEDULED", "NODE", "DEPENDS ON");
    assertThat(outcome.lines().get(1))
        .contains("2026-03-10T00:00:00Z", "2026-03-09", "NORMAL", "ods/pull@2026-03-10T00:00:00Z");
  }

  /** Scenarios 4 and 5. */
  @ParameterizedTest(name = "{0} deployed {1}: {2} lines, the first {3} {4}")
  @CsvSource({
    "T+1,         2026-03-10T23:20, 2, 2026-03-11T10:30:00Z, NORMAL",
    "T+1,         2026-03-10T23:40, 1, 2026-03-12T10:30:00Z, NORMAL",
    "Immediately, 2026-03-10T10:00, 3, 2026-03-10T10:30:00Z, NORMAL",
    "Immediately, 2026-03-10T10:25, 3, 2026-03-10T10:30:00Z, DRY_RUN",
  })
  void deploymentTimeDecidesTheFirstInstance(
      String mode, String deployed, int count, String first, String kind) throws IOException {
    // given
    String text =
        """
        {"version": "1.1.0", "kind": "CycleWorkflow", "spec": {"name": "flow", "nodes": [
          {"id": "n", "instanceMode": "%s", "trigger": {"cron": "00 30 10 * * ?"}}]}}
        """
            .formatted(mode);
    // when
    var outcome =
        simulate(
            List.of(file("a.json", text)),
            "2026-03-10",
            "2026-03-13",
            "--json",
            "--deployed-at",
            deployed);
    // then
    assertThat(outcome.lines()).hasSize(count);
    assertThat(outcome.lines().getFirst()).contains(first, "\"kind\":\"" + kind + "\"");
  }

  @ParameterizedTest(name = "{0}: {1} lines")
  @CsvSource(
      delimiter = '|',
      value = {
        // a tick that the DST policy drops has no line
        "\"cron\": \"00 30 02 * * ?\", \"x-dstPolicy\": {\"gap\": \"skip\"} | 0",
        "\"cron\": \"00 30 02 * * ?\"                                      | 1",
        "\"cron\": \"00 00 * * * ?\"                                       | 23",
        "\"cron\": \"00 00 * * * ?\", \"startTime\": \"2026-03-29T12:00:00\" | 12",
        "\"cron\": \"00 00 * * * ?\", \"endTime\": \"2026-03-28 23:59:59\"  | 0",
        "\"cron\": \"00 00 * * * ?\", \"timezone\": \"asia/shanghai\"       | 23",
        "\"type\": \"Manual\"                                             | 0",
      })
  void triggerDecidesTheInstancesOfADay(String trigger, int count) throws IOException {
    // given
    String text =
        "{\"version\": \"1.1.0\", \"kind\": \"CycleWorkflow\", \"spec\": {\"nodes\": ["
            + "{\"id\": \"n\", \"trigger\": {"
            + trigger
            + "}}]}}";
    // when
    var outcome =
        simulate(
            List.of(file("a.json", text)),
            "2026-03-29",
            "2026-03-30",
            "--zone",
            "Europe/Berlin",
            "--json");
    // then
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.lines()).hasSize(count);
  }

  @Test
  void customCalendarMakesDryRuns() throws IOException {
    // given
    String text =
        """
        {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {
          "x-calendars": [{"id": 7, "name": "bank", "weekdays": ["MON", "TUE"], "holidays": ["2026-03-10"], "days": ["2026-03-14"]}],
          "workflows": [{"id": "w", "name": "w", "trigger": {"cron": "00 00 01 * * ?", "calendarId": 7}, "nodes": [{"id": "n", "name": "n"}]}]}}
        """;
    // when
    var outcome = simulate(List.of(file("a.json", text)), "2026-03-09", "2026-03-15", "--json");
    // then
    assertThat(outcome.lines())
        .extracting(line -> line.contains("\"kind\":\"NORMAL\""))
        .containsExactly(true, false, false, false, false, true);
  }

  @Test
  void workflowAsAWholeStandsForItsFirstAndLastNodes() throws IOException {
    // given
    String text =
        """
        {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {"workflows": [
          {"id": "w1", "name": "w1", "trigger": {"cron": "00 00 01 * * ?"},
           "nodes": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}],
           "dependencies": [{"nodeId": "b", "depends": [{"nodeId": "a"}]}],
           "outputs": {"nodeOutputs": [{"data": "p.w1"}]}},
          {"id": "w2", "name": "w2", "trigger": {"cron": "00 00 02 * * ?"},
           "nodes": [{"id": "c", "name": "c"}, {"id": "d", "name": "d"}],
           "dependencies": [{"nodeId": "d", "depends": [{"nodeId": "c"}]}]}],
         "dependencies": [{"nodeId": "w2", "depends": [{"output": "p.w1"}]}]}}
        """;
    // when
    var outcome =
        simulate(List.of(file("a.json", text)), "2026-03-09T02:00", "2026-03-10", "--json");
    // then
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.lines().get(0))
        .contains("\"node\":\"c\"", "{\"workflow\":\"w1\",\"node\":\"b\"");
    assertThat(outcome.lines().get(1))
        .contains("\"node\":\"d\"")
        .doesNotContain("\"workflow\":\"w1\"");
  }

  @Test
  void outputThatNobodyHasIsWarnedOfAndIsolates() throws IOException {
    // when
    var outcome = simulate(List.of(file("dwd.json", DWD)), "2026-03-10", "2026-03-11", "--json");
    // then
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("warning", "dwd_orders", "retail.ods_orders");
    assertThat(outcome.out()).contains("\"ISOLATED\"");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cron\": \"00 61 02 * * ?\"                                   | InvalidCron",
        "\"cron\": \"00 00 02 * * ?\", \"timezone\": \"Europe/Berln\"     | UnknownTimeZone",
        "\"cron\": \"00 00 02 * * ?\", \"startTime\": \"yesterday\"       | InvalidTime",
        "\"cron\": \"00 00 02 * * ?\", \"calendarId\": 3                | UnresolvedReference",
        "\"cron\": \"00 00 02 * * ?\", \"x-dstPolicy\": {\"fold\": \"no\"} | UnknownValue",
        "\"timezone\": \"UTC\"                                          | MissingValue",
      })
  void wrongTriggerIsRefusedByFileAndPath(String trigger, String code) throws IOException {
    // given
    String file = file("a.json", document(trigger));
    // when
    var outcome = simulate(List.of(file), "2026-03-10", "2026-03-11");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains(file, code, "$.spec.nodes[0].trigger", "expected");
  }

  @Test
  void circleOverTwoWorkflowsIsRefusedByItsNodes() throws IOException {
    // given
    String form =
        """
        {"version": "2.0.0", "kind": "Node", "spec": {
          "nodes": [{"id": "%1$s", "trigger": {"cron": "00 00 01 * * ?"}}],
          "dependencies": [{"nodeId": "%1$s", "depends": [{"output": "default.%2$s"}]}]}}
        """;
    List<String> files =
        List.of(file("a.json", form.formatted("a", "b")), file("b.json", form.formatted("b", "a")));
    // when
    var outcome = simulate(files, "2026-03-10", "2026-03-11");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("DependencyCycle", "a/a -> b/b");
  }

  @Test
  void outputOfTwoFilesIsRefused() throws IOException {
    // given
    List<String> files =
        List.of(file("a.json", DWD), file("b.json", DWD.replace("\"dwd_orders\"", "\"other\"")));
    // when
    var outcome = simulate(files, "2026-03-10", "2026-03-11");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("DuplicateOutput", "retail.dwd_orders");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "simulate a.json --from tomorrow --to 2026-03-11               | --from 'tomorrow'",
        "simulate a.json --from 2026-03-11 --to 2026-03-10             | --to 2026-03-10",
        "simulate a.json --from 2026-03-10 --to 2026-03-11 --zone Mars | --zone 'Mars'",
        "simulate a.json --from 2026-03-10                             | --to",
        "simulate --diff --from 2026-03-10 --to 2026-03-11             | --diff",
      })
  void wrongUseIsToldByOption(String words, String message) {
    // when
    var outcome = shell.type(words.strip().split(" +"));
    // then
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
  }

  @Test
  void withoutFilesThePlatformIsAsked() {
    // when
    var outcome = simulate(List.of(), "2026-03-10", "2026-03-11");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("NOT_RUNNING");
  }
}
