package io.weirworks.registry.workflow;

import static io.weirworks.registry.flowspec.Documents.text;
import static io.weirworks.registry.flowspec.Documents.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.FlowSpecReader;
import io.weirworks.registry.flowspec.FlowSpecWriter;
import io.weirworks.registry.flowspec.SpecVersion;
import io.weirworks.registry.workflow.WorkflowCommand.DeployWorkflow;
import io.weirworks.registry.workflow.WorkflowCommand.UndeployWorkflow;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowDeployed;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowUndeployed;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import io.weirworks.registry.workflow.WorkflowState.NotDeployed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowTest {
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private static WorkflowState deployed() {
    return Workflow.evolve(
        new NotDeployed(0), new WorkflowDeployed(Drafts.flights(), 1, null, NOW));
  }

  @Test
  void firstDeploymentIsVersionOne() {
    // when
    Decision<WorkflowEvent> decision =
        Workflow.decide(new NotDeployed(0), new DeployWorkflow(Drafts.flights(), "first"), NOW);
    // then
    assertThat(decision)
        .isEqualTo(Decision.accepted(new WorkflowDeployed(Drafts.flights(), 1, "first", NOW)));
  }

  @Test
  void changedDocumentIsTheNextVersion() {
    // given
    WorkflowDraft changed = valid(Drafts.read(Drafts.flightsWith("description", "\"other\"")));
    // when
    Decision<WorkflowEvent> decision =
        Workflow.decide(deployed(), new DeployWorkflow(changed, null), NOW.plusSeconds(1));
    // then
    assertThat(decision)
        .isEqualTo(Decision.accepted(new WorkflowDeployed(changed, 2, null, NOW.plusSeconds(1))));
  }

  @Test
  void sameDocumentAgainIsAcceptedWithoutEventEvenIfWrittenDifferently() {
    // given
    FlowSpec flights = valid(FlowSpecReader.read(text("flights.json")));
    WorkflowDraft rewritten = valid(Drafts.read(FlowSpecWriter.yaml(flights, SpecVersion.V1_1)));
    // then
    assertThat(Workflow.decide(deployed(), new DeployWorkflow(rewritten, "again"), NOW))
        .isEqualTo(Decision.alreadySo());
  }

  @Test
  void sameDocumentInAWorkspaceOfAnotherZoneIsTheNextVersion() {
    // given
    String withoutZone = Drafts.flightsWith("trigger/timezone", "absent");
    WorkflowDraft before = valid(Drafts.read(withoutZone));
    DeployContext moved =
        new DeployContext(Drafts.WORKSPACE, "demo", ZoneId.of("UTC"), Drafts.CONTEXT.expressions());
    WorkflowDraft after = valid(WorkflowDraft.read(withoutZone, moved));
    // when
    Decision<WorkflowEvent> decision =
        Workflow.decide(new Deployed(before, 4, NOW), new DeployWorkflow(after, null), NOW);
    // then
    assertThat(decision).isEqualTo(Decision.accepted(new WorkflowDeployed(after, 5, null, NOW)));
  }

  @Test
  void undeployedWorkflowGoesOnCountingWhenItIsDeployedAgain() {
    // given
    Decision<WorkflowEvent> undeployment =
        Workflow.decide(
            new Deployed(Drafts.flights(), 3, NOW),
            new UndeployWorkflow("flights", List.of(), "over"),
            NOW);
    WorkflowUndeployed undeployed = new WorkflowUndeployed(Drafts.flights(), 3, "over", NOW);
    assertThat(undeployment).isEqualTo(Decision.accepted(undeployed));
    // when
    WorkflowState state = Workflow.evolve(new Deployed(Drafts.flights(), 3, NOW), undeployed);
    // then
    assertThat(Workflow.decide(state, new DeployWorkflow(Drafts.flights(), null), NOW))
        .isEqualTo(Decision.accepted(new WorkflowDeployed(Drafts.flights(), 4, null, NOW)));
  }

  @Test
  void workflowThatOthersDependOnIsNotUndeployedAndTheyAreNamed() {
    // when
    Decision<WorkflowEvent> decision =
        Workflow.decide(
            deployed(),
            new UndeployWorkflow(
                "flights",
                List.of(new Downstream("retail", "board", "show", "demo.report_table", "report")),
                null),
            NOW);
    // then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.DOWNSTREAMS_EXIST);
              assertThat(rejected.rejection().message()).contains("'show' of retail/board");
            });
  }

  @Test
  void whatIsNotDeployedCannotBeUndeployed() {
    assertThat(
            Workflow.decide(
                new NotDeployed(2), new UndeployWorkflow("flights", List.of(), null), NOW))
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.NOT_FOUND));
  }

  @Test
  void stateAfterDeploymentIsTheVersionInForce() {
    assertThat(deployed()).isEqualTo(new Deployed(Drafts.flights(), 1, NOW));
  }
}
