package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import io.weirworks.lineage.openlineage.EngineEvent.Parent;
import java.util.Optional;

/**
 * Whose run an engine ran for, by its parent facet. The executor hands an engine our run as parent
 * and its workflow instance as root; of an application's statements the application is the parent,
 * and the root alone is ours. Our ids are told from others by their form: they are name-based (UUID
 * version 5), which no engine and no orchestrator known to us gives to a run of its own.
 */
public sealed interface Address {

  /** What keeps the run's evidence in one order. */
  String orderingKey();

  /**
   * Our run.
   *
   * @param application the engine's run that says so: what names it as its parent is of our run too
   */
  record OfRun(String workflowInstance, String run, String application) implements Address {
    @Override
    public String orderingKey() {
      return workflowInstance;
    }
  }

  /** A run of ours that only the application's own events name. */
  record OfApplication(String workflowInstance, String application) implements Address {
    @Override
    public String orderingKey() {
      return workflowInstance;
    }
  }

  /** None of ours. */
  record OfOthers(String run) implements Address {
    @Override
    public String orderingKey() {
      return run;
    }
  }

  static Address of(EngineEvent event) {
    Optional<String> root = event.parent().flatMap(Parent::root).map(JobRun::runId);
    Optional<String> parent = event.parent().map(Parent::run).map(JobRun::runId);
    if (parent.isEmpty() || root.filter(Address::isOurs).isEmpty()) {
      return new OfOthers(event.runId());
    }
    return isOurs(parent.get())
        ? new OfRun(root.get(), parent.get(), event.runId())
        : new OfApplication(root.get(), parent.get());
  }

  private static boolean isOurs(String uuid) {
    return java.util.UUID.fromString(uuid).version() == 5;
  }
}
