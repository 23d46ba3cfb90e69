package io.weirworks.scheduler.diagnosis;

import io.weirworks.scheduler.instance.Wait;
import org.jspecify.annotations.Nullable;

/** What an instance waits for or failed of, in words, and what would let it go on. */
final class Words {

  private Words() {}

  static String of(Patient patient) {
    Wait waiting = patient.waiting();
    return waiting == null ? ended(patient) : waits(patient, waiting);
  }

  private static String ended(Patient patient) {
    String why = patient.message() == null ? "" : ": " + patient.message();
    return "It failed with %s%s. Rerun it, or set it successful to let its downstream go on."
        .formatted(patient.code(), why);
  }

  private static String waits(Patient patient, Wait waiting) {
    return switch (waiting.reason()) {
      case UPSTREAM -> "It waits for %d upstream instances.".formatted(patient.blockedBy().size());
      case ISOLATED ->
          "None of the nodes that it depends on has an instance that day; deploy one, or start it by force.";
      case UPSTREAM_NEVER ->
          "What it waits for does not exist and is not to come: %s. Remove the dependency, or start it by force."
              .formatted(patient.message());
      case FROZEN ->
          patient.blockedBy().isEmpty()
              ? "It is frozen; unfreeze it."
              : "It is frozen and waits for %d upstream instances; unfreeze it."
                  .formatted(patient.blockedBy().size());
      case SCHEDULED_TIME -> "Its time has not come: %s.".formatted(until(waiting));
      case SIGNAL -> "Its signal has not come; send TriggerNode.";
      case RERUN_INTERVAL ->
          "Attempt %d failed; the next begins at %s.".formatted(patient.attempt(), until(waiting));
      case EXECUTOR -> "It was handed to the executor, which has not answered yet.";
      case EXECUTOR_SILENT ->
          "The executor has not answered for 30 s; look whether executor-service is up.";
      case RESOURCE ->
          "It is queued: no runner or no compute units of its resource group are free.";
      case RUN_END ->
          "Attempt %d runs; it is ended at %s at the latest."
              .formatted(patient.attempt(), until(waiting));
      case RUN_UNCONFIRMED ->
          "Attempt %d has lost its runner; the engine is asked what became of it."
              .formatted(patient.attempt());
      case CANCELLATION -> "It was cancelled and its run has not ended yet.";
      case LOOP_END ->
          "It is a loop whose turns run: it waits for %d node instances inside it."
              .formatted(patient.blockedBy().size());
    };
  }

  private static @Nullable Object until(Wait waiting) {
    return waiting.deadline();
  }
}
