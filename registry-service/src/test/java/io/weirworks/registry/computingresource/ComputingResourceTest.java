package io.weirworks.registry.computingresource;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.computingresource.ComputingResourceCommand.RegisterComputingResource;
import io.weirworks.registry.computingresource.ComputingResourceEvent.ComputingResourceRegistered;
import io.weirworks.registry.computingresource.ComputingResourceState.Absent;
import io.weirworks.registry.computingresource.ComputingResourceState.Registered;
import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.decision.Rejection;
import io.weirworks.registry.workspace.Workspace;
import io.weirworks.registry.workspace.WorkspaceMode;
import io.weirworks.registry.workspace.WorkspaceState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputingResourceTest {
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final UUID WORKSPACE_ID = Workspace.id("demo");
  private static final WorkspaceState WORKSPACE =
      new WorkspaceState.Active(
          WORKSPACE_ID, "demo", "demo", null, WorkspaceMode.BASIC, ZoneId.of("UTC"), NOW);

  private static RegisterComputingResource register(String name, String type) {
    return new RegisterComputingResource("demo", name, type, Map.of());
  }

  private static ComputingResourceRegistered registered() {
    return new ComputingResourceRegistered(
        ComputingResource.id(WORKSPACE_ID, "local"),
        WORKSPACE_ID,
        "demo",
        "local",
        ComputingResourceType.LOCAL,
        NOW);
  }

  private static Rejection rejection(
      ComputingResourceState state, RegisterComputingResource command, WorkspaceState workspace) {
    return switch (ComputingResource.decide(state, command, workspace, NOW)) {
      case Decision.Accepted<ComputingResourceEvent> accepted ->
          throw new AssertionError(accepted.toString());
      case Decision.Rejected<ComputingResourceEvent>(Rejection rejection) -> rejection;
    };
  }

  @Test
  void embeddedEngineCanBeRegistered() {
    assertThat(ComputingResource.decide(new Absent(), register("local", "local"), WORKSPACE, NOW))
        .isEqualTo(Decision.accepted(registered()));
  }

  @ParameterizedTest
  @CsvSource({
    "local,  EMR_DATALAKE,         ComputingResourceTypeNotSupportedYet, type",
    "local,  EMR_CUSTOM,           ComputingResourceTypeNotSupportedYet, type",
    "local,  EMR_HADOOP,           ComputingResourceTypeNotSupportedYet, type",
    "local,  EMR_ON_ACK,           ComputingResourceTypeNotSupportedYet, type",
    "local,  EMR_SERVERLESS_SPARK, ComputingResourceTypeNotSupportedYet, type",
    "local,  MAINFRAME,            UnknownValue,                         type",
    "'',     LOCAL,                InvalidName,                          name",
    "a/b,    LOCAL,                InvalidName,                          name",
  })
  void unsoundCommandIsRefused(String name, String type, String code, String field) {
    // when
    Rejection rejection = rejection(new Absent(), register(name, type), WORKSPACE);
    // then
    assertThat(rejection.code().code()).isEqualTo(code);
    assertThat(rejection.field()).isEqualTo(field);
  }

  @Test
  void propertyThatTheTypeDoesNotKnowIsRefused() {
    // given
    RegisterComputingResource command =
        new RegisterComputingResource("demo", "local", "LOCAL", Map.of("host", "x"));
    // then
    assertThat(rejection(new Absent(), command, WORKSPACE).field()).isEqualTo("properties.host");
  }

  @Test
  void workspaceMustExist() {
    // when
    Rejection rejection =
        rejection(new Absent(), register("local", "LOCAL"), new WorkspaceState.Absent());
    // then
    assertThat(rejection.code().code()).isEqualTo("NotFound");
    assertThat(rejection.field()).isEqualTo("workspace");
  }

  @Test
  void nameIsUniqueInItsWorkspace() {
    // given
    ComputingResourceState taken = ComputingResource.evolve(new Absent(), registered());
    // then
    assertThat(rejection(taken, register("local", "LOCAL"), WORKSPACE).code().code())
        .isEqualTo("Conflict");
  }

  @Test
  void sameNameInAnotherWorkspaceIsAnotherResource() {
    assertThat(ComputingResource.id(WORKSPACE_ID, "local"))
        .isNotEqualTo(ComputingResource.id(Workspace.id("other"), "local"));
  }

  @Test
  void stateAfterRegistrationIsWhatTheEventSays() {
    assertThat(ComputingResource.evolve(new Absent(), registered()))
        .isEqualTo(
            new Registered(
                ComputingResource.id(WORKSPACE_ID, "local"),
                WORKSPACE_ID,
                "demo",
                "local",
                ComputingResourceType.LOCAL,
                NOW));
  }
}
