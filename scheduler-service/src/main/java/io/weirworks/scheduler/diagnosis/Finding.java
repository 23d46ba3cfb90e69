package io.weirworks.scheduler.diagnosis;

import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.instance.WaitOwner;
import io.weirworks.scheduler.instance.WaitReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one node instance came on its way, in the order of the specification.
 *
 * @param reason what it waits for; null: it has ended
 * @param owner whose turn it is; null: it has ended well; a failure is the operator's
 * @param deadline when something happens at the latest; null: only another record moves it
 * @param steps all four, in their order
 */
public record Finding(
    String id,
    String node,
    InstanceStatus status,
    @Nullable WaitReason reason,
    @Nullable WaitOwner owner,
    @Nullable Instant deadline,
    List<Step> steps) {
  public Finding {
    steps = List.copyOf(steps);
  }

  /** What must be, one after the other, before a node instance succeeds. */
  public enum Kind {
    UPSTREAM,
    SCHEDULED_TIME,
    RESOURCES,
    EXECUTION
  }

  /** How it stands with a step. */
  public enum Standing {
    PASSED,
    /** It is here that it waits or failed. */
    HERE,
    AHEAD
  }

  /** One step; {@code message} is for people. */
  public record Step(Kind kind, Standing standing, String message) {}

  static Finding of(Patient patient) {
    Wait waiting = patient.waiting();
    return new Finding(
        patient.id(),
        patient.node(),
        patient.status(),
        waiting == null ? null : waiting.reason(),
        owner(patient),
        waiting == null ? null : waiting.deadline(),
        steps(patient));
  }

  private static @Nullable WaitOwner owner(Patient patient) {
    Wait waiting = patient.waiting();
    if (waiting != null) {
      return waiting.owner();
    }
    return patient.status() == InstanceStatus.FAILURE ? WaitOwner.OPERATOR : null;
  }

  /** What it says of itself at the step where it is. */
  public String summary() {
    return steps.stream()
        .filter(step -> step.standing() == Standing.HERE)
        .map(Step::message)
        .findFirst()
        .orElse("It has succeeded.");
  }

  private static List<Step> steps(Patient patient) {
    Kind here = here(patient);
    List<Step> steps = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (here == null || kind.compareTo(here) < 0) {
        steps.add(new Step(kind, Standing.PASSED, passed(kind)));
      } else if (kind == here) {
        steps.add(new Step(kind, Standing.HERE, Words.of(patient)));
      } else {
        steps.add(new Step(kind, Standing.AHEAD, "Not reached."));
      }
    }
    return steps;
  }

  /** The step where it is; null: it has passed all. */
  private static @Nullable Kind here(Patient patient) {
    Wait waiting = patient.waiting();
    if (waiting == null) {
      return patient.status() == InstanceStatus.SUCCESS ? null : Kind.EXECUTION;
    }
    return switch (waiting.reason()) {
      case UPSTREAM, ISOLATED, UPSTREAM_NEVER -> Kind.UPSTREAM;
      case FROZEN -> patient.blockedBy().isEmpty() ? Kind.SCHEDULED_TIME : Kind.UPSTREAM;
      case SCHEDULED_TIME, SIGNAL, RERUN_INTERVAL -> Kind.SCHEDULED_TIME;
      case EXECUTOR, EXECUTOR_SILENT, RESOURCE -> Kind.RESOURCES;
      case RUN_END, RUN_UNCONFIRMED, CANCELLATION, LOOP_END -> Kind.EXECUTION;
    };
  }

  private static String passed(Kind kind) {
    return switch (kind) {
      case UPSTREAM -> "It waits for no upstream instance.";
      case SCHEDULED_TIME -> "No time or signal holds it.";
      case RESOURCES -> "It waits for no resources.";
      case EXECUTION -> "It has succeeded.";
    };
  }
}
