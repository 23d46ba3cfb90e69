package io.weirworks.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.workflow.DeployContext;
import io.weirworks.registry.workflow.DeployedFlows;
import io.weirworks.registry.workflow.Downstream;
import io.weirworks.registry.workflow.ExpressionForm;
import io.weirworks.registry.workflow.LinkCheck;
import io.weirworks.registry.workflow.OutputOwner;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState;
import io.weirworks.registry.workflow.adapter.WorkflowRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document means the same to deployment and to simulation. */
class DeployedAsDraftTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** A workflow with a trigger, nodes with their own, a calendar, DST policies, other cycles. */
  private static final String ORDERS =
      """
      {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {
        "x-calendars": [{"id": 7, "name": "bank", "from": "2026-01-01", "to": "2026-12-31",
          "weekdays": ["MON", "TUE"], "holidays": ["2026-03-30"], "days": ["2026-03-29"]}],
        "workflows": [{"id": "orders", "name": "orders",
          "trigger": {"cron": "00 30 02 * * ?", "x-dstPolicy": {"gap": "SKIP"}, "x-missedTicks": {"policy": "NONE"}},
          "script": {"runtime": {"command": "WORKFLOW"}, "parameters": [{"name": "day", "value": "$bizdate"}]},
          "nodes": [
            {"id": "pull", "name": "pull", "script": {"runtime": {"command": "VIRTUAL"}}},
            {"id": "hourly", "name": "hourly", "instanceMode": "Immediately",
             "trigger": {"cron": "00 00 00-23/4 * * ?", "timezone": "asia/shanghai", "startTime": "2026-03-28 12:00:00"},
             "outputs": {"nodeOutputs": [{"data": "retail.hours"}]},
             "script": {"content": "echo $1", "runtime": {"command": "DIDE_SHELL"}, "parameters": [{"name": "-", "type": "NoKvVariableExpression", "value": "$[hh24-1/24]"}]}},
            {"id": "weekly", "name": "weekly", "recurrence": "Skip",
             "trigger": {"cron": "00 30 02 ? * MON", "calendarId": 7, "x-dstPolicy": {"fold": "FIRST"}},
             "script": {"runtime": {"command": "VIRTUAL"}}},
            {"id": "same", "name": "same", "trigger": {"cron": "00 30 02 * * ?", "x-dstPolicy": {"gap": "skip"}, "x-missedTicks": {"policy": "NONE"}, "recurrence": "Pause"},
             "script": {"runtime": {"command": "VIRTUAL"}}},
            {"id": "cal", "name": "cal", "trigger": {"cron": "00 15 02 * * ?", "calendarId": "7"}, "script": {"runtime": {"command": "VIRTUAL"}}}],
          "dependencies": [
            {"nodeId": "pull", "depends": [{"output": "default_root"}, {"type": "CrossCycleDependsOnChildren"}]},
            {"nodeId": "hourly", "depends": [{"nodeId": "pull"}, {"type": "CrossCycleDependsOnSelf"}]},
            {"nodeId": "weekly", "depends": [{"output": "retail.hours"}]},
            {"nodeId": "same", "depends": [{"nodeId": "weekly"}, {"type": "CrossCycleDependsOnOtherNode", "nodeId": "hourly"}]},
            {"nodeId": "cal", "depends": [{"output": "default.pull"}]}]}]}}
      """;

  /** Nodes without a workflow's trigger that differ; outputs of another workflow in every way. */
  private static final String REPORT =
      """
      version: 1.1.0
      kind: CycleWorkflow
      spec:
        name: report
        nodes:
          - {id: ref, name: ref, reference: {output: retail.hours}}
          - {id: a, name: a, trigger: {cron: "00 00 06 * * ?"}, script: {runtime: {command: VIRTUAL}}, inputs: {nodeOutputs: [{data: default.weekly_out}]}}
          - {id: b, name: b, trigger: {cron: "00 00 */6 * * ?"}, script: {runtime: {command: VIRTUAL}}, inputs: {nodeOutputs: [{data: default.cal}, {data: default.b}]}}
        flow:
          - {nodeId: a, depends: [{nodeId: ref}, {output: retail.hours, type: CrossCycleDependsOnOtherNode}]}
          - {nodeId: b, depends: [{nodeId: a}, {output: default.cal, type: CrossCycleDependsOnOtherNode}, {output: default.b, type: CrossCycleDependsOnSelf}]}
      """;

  /** One node. */
  private static final String NODE =
      """
      {"version": "2.0.0", "kind": "Node", "spec": {"nodes": [{"id": "single", "name": "single",
        "trigger": {"cron": "00 00 09 * * ?", "timezone": "UTC"}, "script": {"runtime": {"command": "VIRTUAL"}}}],
        "dependencies": [{"nodeId": "single", "depends": [{"nodeId": "4711", "output": "default.a"}]}]}}
      """;

  /** Edges, inputs and outputs of the workflow as a whole. */
  private static final String WHOLE =
      """
      {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {"workflows": [{"id": "w", "name": "whole",
        "trigger": {"cron": "00 00 11 * * ?"},
        "inputs": {"nodeOutputs": [{"data": "default.single"}]}, "outputs": {"nodeOutputs": [{"data": "retail.whole"}]},
        "nodes": [
          {"id": "w1", "name": "w1", "script": {"runtime": {"command": "VIRTUAL"}}},
          {"id": "w2", "name": "w2", "script": {"runtime": {"command": "VIRTUAL"}}}],
        "dependencies": [{"nodeId": "w2", "depends": [{"nodeId": "w1"}]}]}],
        "dependencies": [{"nodeId": "w", "depends": [{"output": "default.b"}, {"output": "default.a", "type": "CrossCycleDependsOnOtherNode"}]}]}}
      """;

  /** It waits for a workflow as a whole. */
  private static final String BEHIND =
      """
      {"version": "2.0.0", "kind": "Node", "spec": {"nodes": [{"id": "behind", "name": "behind",
        "trigger": {"cron": "00 00 12 * * ?"}, "script": {"runtime": {"command": "VIRTUAL"}}}],
        "dependencies": [{"nodeId": "behind", "depends": [{"output": "retail.whole"}]}]}}
      """;

  /** Nodes without a trigger follow the one that there is. */
  private static final String FOLLOWING =
      """
      {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {"workflows": [{"id": "following", "name": "following",
        "nodes": [
          {"id": "first", "name": "first", "script": {"runtime": {"command": "VIRTUAL"}}},
          {"id": "second", "name": "second", "trigger": {"cron": "00 00 10 * * ?"}, "script": {"runtime": {"command": "VIRTUAL"}}}],
        "dependencies": [{"nodeId": "second", "depends": [{"output": "default.first_out"}]}]}]}}
      """;

  @TempDir private Path folder = Path.of(".");

  private final Deployments deployments = new Deployments();

  private List<String> simulated(List<Path> specs) {
    List<String> lines = new ArrayList<>();
    SimulationRequest request =
        new SimulationRequest(
            specs,
            "default",
            ZONE,
            Instant.parse("2026-03-27T00:00:00Z"),
            Instant.parse("2026-04-01T00:00:00Z"),
            null,
            false,
            true);
    new SimulationRun(request, () -> deployments.definitions, lines::add, lines::add).run();
    return lines;
  }

  @Test
  void documentIsSimulatedTheSameBeforeAndAfterItsDeployment() throws IOException {
    // given
    List<Path> files = new ArrayList<>();
    for (String text : List.of(ORDERS, REPORT, NODE, WHOLE, BEHIND, FOLLOWING)) {
      files.add(Files.writeString(folder.resolve(files.size() + ".yaml"), text));
      deployments.deploy(text);
    }
    // when
    List<String> drafts = simulated(files);
    // then
    assertThat(simulated(List.of())).containsExactlyElementsOf(drafts);
    assertThat(drafts).hasSizeGreaterThan(60).noneMatch(line -> line.contains("no definition has"));
    assertThat(drafts).anyMatch(line -> line.contains("\"node\":\"cal\"") && line.contains("DRY"));
  }

  /** Links and maps documents as registry-service does. */
  private static final class Deployments {
    private final List<WorkflowDefinition> definitions = new ArrayList<>();
    private final Map<String, OutputOwner> owners = new HashMap<>();
    private final DeployContext context =
        new DeployContext(new UUID(0, 1), "default", ZONE, new ExpressionForm());

    void deploy(String text) {
      WorkflowDraft draft = valid(WorkflowDraft.read(text, context));
      WorkflowDraft linked = valid(LinkCheck.link(draft, others()));
      LinkCheck.claims(linked, others())
          .forEach(claim -> owners.put(claim.output(), claim.owner()));
      definitions.add(
          WorkflowRecords.definition(new WorkflowState.Deployed(linked, 1, Instant.EPOCH)));
    }

    private static <T> T valid(Checked<T> checked) {
      return switch (checked) {
        case Checked.Valid<T>(T value) -> value;
        case Checked.Invalid<T>(var problems) -> throw new AssertionError(problems);
      };
    }

    private DeployedFlows others() {
      return new DeployedFlows() {
        @Override
        public Map<String, OutputOwner> owners(Collection<String> outputs) {
          Map<String, OutputOwner> found = new HashMap<>(owners);
          found.keySet().retainAll(outputs);
          return found;
        }

        @Override
        public Collection<String> similar(String output) {
          return owners.keySet();
        }

        @Override
        public List<Downstream> downstreams() {
          return List.of();
        }

        @Override
        public boolean isWaitedFor(UUID workflow, String output) {
          return false;
        }

        @Override
        public Set<UUID> upstreams(Collection<UUID> workflows) {
          return Set.of();
        }

        @Override
        public Optional<WorkflowDraft> deployed(UUID workflow) {
          return Optional.empty();
        }
      };
    }
  }
}
