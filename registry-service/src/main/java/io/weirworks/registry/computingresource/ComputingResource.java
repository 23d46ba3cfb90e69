package io.weirworks.registry.computingresource;

import static io.weirworks.registry.decision.RejectionCode.COMPUTING_RESOURCE_TYPE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.CONFLICT;
import static io.weirworks.registry.decision.RejectionCode.INVALID_NAME;
import static io.weirworks.registry.decision.RejectionCode.NOT_FOUND;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_VALUE;

import io.weirworks.registry.computingresource.ComputingResourceCommand.RegisterComputingResource;
import io.weirworks.registry.computingresource.ComputingResourceEvent.ComputingResourceRegistered;
import io.weirworks.registry.computingresource.ComputingResourceState.Absent;
import io.weirworks.registry.computingresource.ComputingResourceState.Registered;
import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.identity.DerivedId;
import io.weirworks.registry.identity.SubjectName;
import io.weirworks.registry.workspace.WorkspaceState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The decisions of a computing resource. */
public final class ComputingResource {
  private ComputingResource() {}

  /** The id of the computing resource of this name in a workspace. */
  public static UUID id(UUID workspaceId, String name) {
    return DerivedId.of("computing-resource", workspaceId, name);
  }

  /**
   * Decides a command; all problems of it are told at once.
   *
   * @param workspace the workspace that the command names, as it stands
   */
  public static Decision<ComputingResourceEvent> decide(
      ComputingResourceState state,
      ComputingResourceCommand command,
      WorkspaceState workspace,
      Instant now) {
    return switch (command) {
      case RegisterComputingResource register ->
          switch (workspace) {
            case WorkspaceState.Absent() ->
                Decision.rejected(
                    new Problem(
                        NOT_FOUND, "workspace", register.workspace(), "the name of a workspace"));
            case WorkspaceState.Active active -> register(state, register, active, now);
          };
    };
  }

  /** The state after an event. */
  public static ComputingResourceState evolve(
      ComputingResourceState state, ComputingResourceEvent event) {
    return switch (event) {
      case ComputingResourceRegistered(
              var id,
              var workspaceId,
              var workspace,
              var name,
              var type,
              var registeredAt) ->
          new Registered(id, workspaceId, workspace, name, type, registeredAt);
    };
  }

  private static Decision<ComputingResourceEvent> register(
      ComputingResourceState state,
      RegisterComputingResource register,
      WorkspaceState.Active workspace,
      Instant now) {
    return switch (state) {
      case Registered registered ->
          Decision.rejected(
              new Problem(
                  CONFLICT,
                  "name",
                  registered.name(),
                  "a name that no computing resource of " + workspace.name() + " has"));
      case Absent() -> {
        Problems problems = check(register);
        yield problems.isEmpty()
            ? Decision.accepted(
                new ComputingResourceRegistered(
                    id(workspace.workspaceId(), register.name()),
                    workspace.workspaceId(),
                    workspace.name(),
                    register.name(),
                    ComputingResourceType.LOCAL,
                    now))
            : Decision.rejected(problems.all());
      }
    };
  }

  private static Problems check(RegisterComputingResource register) {
    Problems problems = new Problems();
    if (!SubjectName.isValid(register.name())) {
      problems.add(INVALID_NAME, "name", register.name(), SubjectName.RULE);
    }
    Optional<ComputingResourceType> type = ComputingResourceType.named(register.type());
    if (type.isEmpty()) {
      String types =
          Arrays.stream(ComputingResourceType.values())
              .map(Enum::name)
              .collect(Collectors.joining(", "));
      problems.add(UNKNOWN_VALUE, "type", register.type(), "one of " + types);
    } else if (type.get() != ComputingResourceType.LOCAL) {
      problems.add(
          COMPUTING_RESOURCE_TYPE_NOT_SUPPORTED_YET,
          "type",
          register.type(),
          "LOCAL, the embedded engine");
    } else {
      new TreeSet<>(register.properties().keySet())
          .forEach(
              key ->
                  problems.add(
                      UNKNOWN_VALUE,
                      "properties." + key,
                      key,
                      "no properties: type LOCAL has none"));
    }
    return problems;
  }
}
