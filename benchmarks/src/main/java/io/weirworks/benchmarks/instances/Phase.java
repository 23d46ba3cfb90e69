package io.weirworks.benchmarks.instances;

/** The way of a node instance, in its order. */
enum Phase {
  ACCEPTED("accepted", "RunWorkflow sent → its instance decided"),
  MATCHED("matched", "instance decided → a node without upstream dispatched"),
  RELEASED("released", "last upstream's run end decided → dispatched"),
  QUEUED("dispatched", "dispatched → RunQueued decided"),
  CLAIMED("claimed", "RunQueued decided → in a runner's hands"),
  STARTED("started", "in a runner's hands → started (and, being a no-op, ended)"),
  REPORTED("reported", "ended → RunSucceeded decided"),
  HAND_OFF("hand-off", "last upstream ended → started"),
  WHOLE("whole", "RunWorkflow sent → its last node ended");

  private final String title;
  private final String meaning;

  Phase(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  String title() {
    return title;
  }

  String meaning() {
    return meaning;
  }
}
