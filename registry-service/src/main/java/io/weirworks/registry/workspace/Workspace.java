package io.weirworks.registry.workspace;

import static io.weirworks.registry.decision.RejectionCode.CONFLICT;
import static io.weirworks.registry.decision.RejectionCode.INVALID_NAME;
import static io.weirworks.registry.decision.RejectionCode.OUT_OF_RANGE;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_TIME_ZONE;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_VALUE;

import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.identity.DerivedId;
import io.weirworks.registry.identity.SubjectName;
import io.weirworks.registry.workspace.WorkspaceCommand.CreateWorkspace;
import io.weirworks.registry.workspace.WorkspaceEvent.WorkspaceCreated;
import io.weirworks.registry.workspace.WorkspaceState.Absent;
import io.weirworks.registry.workspace.WorkspaceState.Active;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decisions of a workspace. */
public final class Workspace {
  private static final int LONGEST_DISPLAY_NAME = 128;
  private static final int LONGEST_DESCRIPTION = 1_024;

  private Workspace() {}

  /** The id of the workspace of this name. */
  public static UUID id(String name) {
    return DerivedId.of("workspace", name);
  }

  /** Decides a command; all problems of it are told at once. */
  public static Decision<WorkspaceEvent> decide(
      WorkspaceState state, WorkspaceCommand command, Instant now) {
    return switch (command) {
      case CreateWorkspace create ->
          switch (state) {
            case Absent() -> create(create, now);
            case Active(var _, var name, var _, var _, var _, var _, var _) ->
                Decision.rejected(
                    new Problem(CONFLICT, "name", name, "a name that no workspace has"));
          };
    };
  }

  /** The state after an event. */
  public static WorkspaceState evolve(WorkspaceState state, WorkspaceEvent event) {
    return switch (event) {
      case WorkspaceCreated(
              var id,
              var name,
              var displayName,
              var description,
              var mode,
              var zone,
              var createdAt) ->
          new Active(id, name, displayName, description, mode, zone, createdAt);
    };
  }

  private static Decision<WorkspaceEvent> create(CreateWorkspace create, Instant now) {
    Problems problems = new Problems();
    String displayName = create.displayName() == null ? create.name() : create.displayName();
    if (!SubjectName.isValid(create.name())) {
      problems.add(INVALID_NAME, "name", create.name(), SubjectName.RULE);
    }
    checkLength(displayName, 1, LONGEST_DISPLAY_NAME, "displayName", problems);
    checkLength(create.description(), 0, LONGEST_DESCRIPTION, "description", problems);
    Optional<WorkspaceMode> mode = WorkspaceMode.named(create.mode());
    if (mode.isEmpty()) {
      problems.add(UNKNOWN_VALUE, "mode", create.mode(), "BASIC or STANDARD");
    }
    checkZone(create.timeZone(), problems);
    return problems.isEmpty() && mode.isPresent()
        ? Decision.accepted(created(create, displayName, mode.get(), now))
        : Decision.rejected(problems.all());
  }

  private static WorkspaceCreated created(
      CreateWorkspace create, String displayName, WorkspaceMode mode, Instant now) {
    ZoneId zone = ZoneId.of(create.timeZone());
    return new WorkspaceCreated(
        id(create.name()), create.name(), displayName, create.description(), mode, zone, now);
  }

  private static void checkZone(String zone, Problems problems) {
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (!known.contains(zone)) {
      String expected = "an IANA zone such as Asia/Shanghai" + NearMatches.hint(zone, known);
      problems.add(UNKNOWN_TIME_ZONE, "timeZone", zone, expected);
    }
  }

  private static void checkLength(
      @Nullable String text, int least, int most, String field, Problems problems) {
    if (text != null && (text.length() < least || text.length() > most)) {
      problems.add(OUT_OF_RANGE, field, text, least + " to " + most + " characters");
    }
  }
}
