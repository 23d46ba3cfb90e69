package io.weirworks.registry.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.decision.Rejection;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.workspace.WorkspaceCommand.CreateWorkspace;
import io.weirworks.registry.workspace.WorkspaceEvent.WorkspaceCreated;
import io.weirworks.registry.workspace.WorkspaceState.Absent;
import io.weirworks.registry.workspace.WorkspaceState.Active;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final CreateWorkspace CREATE =
      new CreateWorkspace("retail_数据-1", "Retail", "all of it", "standard", "Asia/Shanghai");

  private static WorkspaceCreated created() {
    return new WorkspaceCreated(
        Workspace.id(CREATE.name()),
        CREATE.name(),
        "Retail",
        "all of it",
        WorkspaceMode.STANDARD,
        ZoneId.of("Asia/Shanghai"),
        NOW);
  }

  private static Rejection rejection(WorkspaceState state, WorkspaceCommand command) {
    return switch (Workspace.decide(state, command, NOW)) {
      case Decision.Accepted<WorkspaceEvent> accepted ->
          throw new AssertionError(accepted.toString());
      case Decision.Rejected<WorkspaceEvent>(Rejection rejection) -> rejection;
    };
  }

  @Test
  void soundCommandMakesTheWorkspace() {
    assertThat(Workspace.decide(new Absent(), CREATE, NOW)).isEqualTo(Decision.accepted(created()));
  }

  @Test
  void displayNameIsTheNameUnlessGiven() {
    // given
    CreateWorkspace create = new CreateWorkspace("demo", null, null, "BASIC", "UTC");
    // then
    assertThat(Workspace.decide(new Absent(), create, NOW))
        .isEqualTo(
            Decision.accepted(
                new WorkspaceCreated(
                    Workspace.id("demo"),
                    "demo",
                    "demo",
                    null,
                    WorkspaceMode.BASIC,
                    ZoneId.of("UTC"),
                    NOW)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64})
  void namesOfOneToSixtyFourCharactersAreTaken(int length) {
    // given
    CreateWorkspace create = new CreateWorkspace("n".repeat(length), null, null, "BASIC", "UTC");
    // then
    assertThat(Workspace.decide(new Absent(), create, NOW)).isInstanceOf(Decision.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                                                  BASIC,  UTC,            InvalidName,     name",
    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn,   BASIC,  UTC,            InvalidName,     name",
    "a b,                                                                 BASIC,  UTC,            InvalidName,     name",
    "a.b,                                                                 BASIC,  UTC,            InvalidName,     name",
    "é,                                                                   BASIC,  UTC,            InvalidName,     name",
    "demo,                                                                LOOSE,  UTC,            UnknownValue,    mode",
    "demo,                                                                '',     UTC,            UnknownValue,    mode",
    "demo,                                                                BASIC,  Asia/Shangai,   UnknownTimeZone, timeZone",
    "demo,                                                                BASIC,  '',             UnknownTimeZone, timeZone",
    "demo,                                                                BASIC,  +08:00,         UnknownTimeZone, timeZone",
  })
  void unsoundCommandIsRefused(String name, String mode, String zone, String code, String field) {
    // when
    Rejection rejection =
        rejection(new Absent(), new CreateWorkspace(name, "shown", null, mode, zone));
    // then
    assertThat(rejection.code().code()).isEqualTo(code);
    assertThat(rejection.field()).isEqualTo(field);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    // when
    Rejection rejection =
        rejection(new Absent(), new CreateWorkspace("a b", "", "d".repeat(1_025), "LOOSE", "Mars"));
    // then
    assertThat(rejection.message().lines())
        .satisfiesExactly(
            name -> assertThat(name).startsWith("InvalidName at name 'a b': "),
            displayName -> assertThat(displayName).startsWith("OutOfRange at displayName"),
            description -> assertThat(description).startsWith("OutOfRange at description"),
            mode ->
                assertThat(mode)
                    .isEqualTo(
                        "UnknownValue at mode 'LOOSE': the value is not one of the allowed ones; expected BASIC or STANDARD"),
            zone -> assertThat(zone).startsWith("UnknownTimeZone at timeZone 'Mars'"));
  }

  @Test
  void zoneThatIsNearlyRightIsSuggested() {
    assertThat(
            rejection(
                    new Absent(), new CreateWorkspace("demo", null, null, "BASIC", "Asia/Shangai"))
                .message())
        .contains("did you mean Asia/Shanghai");
  }

  @Test
  void nameOfAnotherWorkspaceIsAConflict() {
    // given
    WorkspaceState taken = Workspace.evolve(new Absent(), created());
    // when
    Rejection rejection = rejection(taken, CREATE);
    // then
    assertThat(rejection.code()).isEqualTo(RejectionCode.CONFLICT);
    assertThat(rejection.value()).isEqualTo(CREATE.name());
  }

  @Test
  void stateAfterCreationIsWhatTheEventSays() {
    assertThat(Workspace.evolve(new Absent(), created()))
        .isEqualTo(
            new Active(
                Workspace.id(CREATE.name()),
                CREATE.name(),
                "Retail",
                "all of it",
                WorkspaceMode.STANDARD,
                ZoneId.of("Asia/Shanghai"),
                NOW));
  }
}
