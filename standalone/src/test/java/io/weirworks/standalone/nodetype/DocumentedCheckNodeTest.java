package io.weirworks.standalone.nodetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.nodetype.LocalSubmissions;
import io.weirworks.executor.nodetype.NodeWork;
import io.weirworks.executor.nodetype.Plan;
import io.weirworks.registry.decision.Checked;
import io.weirworks.registry.workflow.DeployContext;
import io.weirworks.registry.workflow.WorkflowDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The settings of a check node mean the same to its documentation, deployment and run. */
class DocumentedCheckNodeTest {
  private static final String ZONE = ", \"timeZone\": \"Asia/Shanghai\"";
  private static final Instant SIX_IN_SHANGHAI = Instant.parse("2026-01-01T22:00:00Z");

  private static String documented() throws IOException {
    String page = Files.readString(Path.of("../docs/control-flow.md"));
    int start = page.indexOf("{\"checkType\"");
    return page.substring(start, page.indexOf("```", start));
  }

  private static String deployed(String settings) {
    String document =
        """
        {"version":"2.0.0","kind":"CycleWorkflow","spec":{"workflows":[{"name":"w",
         "trigger":{"cron":"0 0 1 * * ?","timezone":"Asia/Shanghai"},
         "nodes":[{"id":"a","name":"a","script":{"content":%s,"runtime":{"command":"CHECK_NODE"}}}]}]}}
        """
            .formatted(TextNode.valueOf(settings));
    DeployContext context =
        new DeployContext(new UUID(0, 1), "demo", ZoneId.of("UTC"), expression -> Optional.empty());
    Checked<WorkflowDraft> draft = WorkflowDraft.read(document, context);
    return ((Checked.Valid<WorkflowDraft>) draft)
        .value()
        .definition()
        .nodes()
        .getFirst()
        .script()
        .content();
  }

  private static List<String> command(String code) {
    NodeWork work =
        new NodeWork("CHECK_NODE", code, List.of(), List.of(), Map.of(), Limits.DEFAULT);
    LocalSubmissions submissions =
        new LocalSubmissions(
            () -> {
              throw new AssertionError("a check node needs no Spark");
            });
    RunPaths paths = new RunPaths(Path.of("run"), Path.of("tmp"));
    Plan plan = submissions.plan(work, new EngineTag(new UUID(0, 2), 1, 1), paths, SIX_IN_SHANGHAI);
    return ((Plan.Ready) plan).submission().command();
  }

  @Test
  void documentedSettingsAreDeployedAndRun() throws Exception {
    // when parameters are put in, as the scheduler does
    String code = deployed(documented()).replace("${bizdate}", "20260101");
    // then 17.5 hours of looks
    assertThat(command(code)).containsSubsequence("/in/20260101.done", "300", "211");
  }

  @Test
  void stopTimeThatNamesNoZoneIsMeantInThatOfTheNodesTrigger() throws Exception {
    // given
    String without = documented().replace(ZONE, "");
    assertThat(without).doesNotContain("Shanghai");
    // when, then
    assertThat(command(deployed(without))).isEqualTo(command(deployed(documented())));
  }
}
