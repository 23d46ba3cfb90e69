package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.openlineage.Address;

/** Whose evidence it is, which says what must end before it counts. */
public sealed interface EvidenceOwner {

  /** Its ordering key is part of it: the same id never belongs to two shards. */
  String id();

  String orderingKey();

  /** A run of ours: it counts once that run succeeded, whatever the engine said of its parts. */
  record OurRun(String workflowInstance, String run) implements EvidenceOwner {
    @Override
    public String id() {
      return "run:" + workflowInstance + "/" + run;
    }

    @Override
    public String orderingKey() {
      return workflowInstance;
    }
  }

  /** An application that runs for one of our runs, of which it is not yet known for which. */
  record Application(String workflowInstance, String application) implements EvidenceOwner {
    @Override
    public String id() {
      return "application:" + workflowInstance + "/" + application;
    }

    @Override
    public String orderingKey() {
      return workflowInstance;
    }
  }

  /** An engine's run of others: it counts once the engine said COMPLETE. */
  record Others(String run) implements EvidenceOwner {
    @Override
    public String id() {
      return "engine-run:" + run;
    }

    @Override
    public String orderingKey() {
      return run;
    }
  }

  static EvidenceOwner of(Address address) {
    return switch (address) {
      case Address.OfRun(String instance, String run, var _) -> new OurRun(instance, run);
      case Address.OfApplication(String instance, String application) ->
          new Application(instance, application);
      case Address.OfOthers(String run) -> new Others(run);
    };
  }
}
