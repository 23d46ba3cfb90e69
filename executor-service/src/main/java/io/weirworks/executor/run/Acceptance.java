package io.weirworks.executor.run;

import io.weirworks.executor.nodetype.LocalSubmissions;
import io.weirworks.executor.nodetype.Plan;
import io.weirworks.schemas.CommandError;
import io.weirworks.schemas.RunError;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a run can be accepted: what can be known before a runner takes it. */
public final class Acceptance {

  private Acceptance() {}

  /**
   * Why it cannot; empty: it can.
   *
   * @param groupUnitsMilli compute units of its resource group; null: no runner is of that group
   * @param resourceType type of the computing resource, where it is known that it is not one of
   *     this host; null otherwise
   */
  public static Optional<RunEnd.Refused> refusal(
      RunIdentity identity,
      Demand demand,
      NodeCode code,
      @Nullable Integer groupUnitsMilli,
      @Nullable String resourceType) {
    if (!isUuid(identity.runId())) {
      return refused(
          CommandError.INVALID_PARAMETER.code(),
          "runId '%s' must be a UUID".formatted(identity.runId()),
          "$.runId");
    }
    if (resourceType != null) {
      return refused(
          RunError.UNKNOWN_COMPUTING_RESOURCE.code(),
          "computing resource '%s' is of type %s, which no runner here serves; LOCAL is"
              .formatted(identity.computingResource(), resourceType),
          "$.computingResource");
    }
    if (groupUnitsMilli == null) {
      return refused(
          RunError.UNKNOWN_RESOURCE_GROUP.code(),
          "no runner is of resource group '%s'".formatted(demand.resourceGroup()),
          "$.resourceGroup");
    }
    Optional<RunEnd.Refused> units = units(demand, groupUnitsMilli);
    return units.isPresent() ? units : code(code);
  }

  private static Optional<RunEnd.Refused> units(Demand demand, int groupUnitsMilli) {
    int wanted = demand.computeUnitsMilli();
    return wanted < 1 || wanted > groupUnitsMilli
        ? refused(
            CommandError.OUT_OF_RANGE.code(),
            "%d thousandths of a compute unit are asked for; resource group '%s' has %d, at least 1 is needed"
                .formatted(wanted, demand.resourceGroup(), groupUnitsMilli),
            "$.computeUnitsMilli")
        : Optional.empty();
  }

  private static Optional<RunEnd.Refused> code(NodeCode code) {
    if (code.timeoutSeconds() < 1) {
      return refused(
          CommandError.OUT_OF_RANGE.code(),
          "timeoutSeconds %d must be at least 1".formatted(code.timeoutSeconds()),
          "$.timeoutSeconds");
    }
    return LocalSubmissions.refusal(code.work()).map(Acceptance::ofCode);
  }

  private static RunEnd.Refused ofCode(Plan.Refused refused) {
    RunError error = RunError.valueOf(refused.code().name());
    String field = error == RunError.UNSUPPORTED_NODE_TYPE ? "$.command" : "$.script";
    return new RunEnd.Refused(error.code(), refused.message(), field);
  }

  private static Optional<RunEnd.Refused> refused(String code, String message, String field) {
    return Optional.of(new RunEnd.Refused(code, message, field));
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
