package io.weirworks.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.ParameterType;
import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.DependencyType;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployed definitions are simulated as drafts are, and drafts are compared with them. */
class SimulationRunTest {

  @TempDir private Path folder = Path.of(".");
  private final List<String> lines = new ArrayList<>();

  private static NodeDefinition.Builder node(String id) {
    return NodeDefinition.newBuilder()
        .setId(id)
        .setName(id)
        .setCommand("EMR_SPARK_SQL")
        .setScript("select 1")
        .setOutputs(List.of("default." + id));
  }

  private static WorkflowDefinition workflow(
      String cron, List<NodeDefinition> nodes, List<Dependency> dependencies) {
    return WorkflowDefinition.newBuilder()
        .setWorkflowId("id")
        .setWorkspaceId("default-id")
        .setWorkspace("default")
        .setName("flow")
        .setVersion(1)
        .setKind(WorkflowKind.CYCLE_WORKFLOW)
        .setTimeZone("Europe/Berlin")
        .setTrigger(Trigger.newBuilder().setType(TriggerType.SCHEDULER).setCron(cron).build())
        .setParameters(
            List.of(
                Parameter.newBuilder()
                    .setName("dt")
                    .setType(ParameterType.SYSTEM)
                    .setValue("$bizdate")
                    .build()))
        .setNodes(nodes)
        .setDependencies(dependencies)
        .setSpecSha256("0".repeat(64))
        .build();
  }

  private void run(
      List<Path> specs,
      String from,
      String to,
      @Nullable String deployedAt,
      boolean json,
      WorkflowDefinition deployed) {
    boolean diff = !specs.isEmpty();
    SimulationRequest request =
        new SimulationRequest(
            specs,
            "default",
            ZoneOffset.UTC,
            Instant.parse(from),
            Instant.parse(to),
            deployedAt == null ? null : Instant.parse(deployedAt),
            diff,
            json);
    new SimulationRun(request, () -> List.of(deployed), lines::add, lines::add).run();
  }

  @Test
  void deployedDefinitionsAreSimulatedInTheirZoneWithTheirDependencies() {
    // given
    WorkflowDefinition deployed =
        workflow(
            "00 30 02 * * ?",
            List.of(node("a").build(), node("b").setUpstreams(List.of("a")).build()),
            List.of(
                Dependency.newBuilder()
                    .setNodeId("b")
                    .setType(DependencyType.CROSS_CYCLE_SELF)
                    .build()));
    // when
    run(List.of(), "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z", null, true, deployed);
    // then
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .contains(
            "\"scheduledTime\":\"2026-03-29T03:30:00+02:00\"",
            "\"kind\":\"DRY_RUN\"",
            "{\"workflow\":\"flow\",\"node\":\"b\",\"scheduledTime\":\"2026-03-28T02:30:00+01:00\",\"kind\":\"SELF\"}",
            "{\"workflow\":\"flow\",\"node\":\"a\",\"scheduledTime\":\"2026-03-29T03:30:00+02:00\",\"kind\":\"SAME_CYCLE\"}",
            "\"parameters\":{\"dt\":\"20260328\"}");
  }

  @Test
  void nodesInsideALoopAreNotForetold() {
    // given
    WorkflowDefinition deployed =
        workflow(
            "00 30 02 * * ?",
            List.of(
                node("loop").setCommand("CONTROLLER_TRAVERSE").build(),
                node("body").setLoopNodeId("loop").build()),
            List.of());
    // when
    run(List.of(), "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z", null, true, deployed);
    // then
    assertThat(lines).singleElement().asString().contains("\"node\":\"loop\"");
  }

  private Path draft(String cron) throws IOException {
    String text =
        """
        {"version": "2.0.0", "kind": "CycleWorkflow", "spec": {"workflows": [
          {"id": "flow", "name": "flow", "trigger": {"cron": "%s"},
           "nodes": [{"id": "a", "name": "a", "instanceMode": "Immediately"}]}]}}
        """
            .formatted(cron);
    return Files.writeString(folder.resolve("draft.json"), text);
  }

  private static WorkflowDefinition deployedAt(int hour) {
    return workflow("00 00 " + hour + " * * ?", List.of(node("a").build()), List.of());
  }

  @Test
  void differenceIsWhatTheDraftAddsAndRemoves() throws IOException {
    // when
    run(
        List.of(draft("00 00 07 * * ?")),
        "2026-01-10T00:00:00Z",
        "2026-01-11T00:00:00Z",
        null,
        true,
        deployedAt(5));
    // then
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"change\":\"REMOVED\"", "2026-01-10T05:00:00+01:00");
    assertThat(lines.get(1)).contains("\"change\":\"ADDED\"", "2026-01-10T07:00:00Z");
  }

  @Test
  void draftDeployedInTheMiddleOfTheDayKeepsWhatIsPast() throws IOException {
    // when
    run(
        List.of(draft("00 00 07,18 * * ?")),
        "2026-01-10T00:00:00Z",
        "2026-01-11T00:00:00Z",
        "2026-01-10T12:00:00Z",
        false,
        deployedAt(5));
    // then: 05:00 in Berlin was there before and stays; its parameters are the new version's
    assertThat(lines.getFirst()).contains("SCHEDULED");
    assertThat(lines).last().asString().startsWith("+ ").contains("2026-01-10T18:00:00Z");
    assertThat(lines).noneMatch(line -> line.contains("T07:00:00Z"));
  }
}
