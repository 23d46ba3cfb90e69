package io.weirworks.executor.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a command, a report or a timer. */
public sealed interface RunDecision {

  /** Events in their order, and what is done beside them. */
  record Accepted(List<RunEvent> events, List<RunEffect> effects) implements RunDecision {

    public Accepted {
      events = List.copyOf(events);
      effects = List.copyOf(effects);
    }
  }

  /** A person asked what the run's state does not allow. */
  record Denied(String message) implements RunDecision {}

  static RunDecision nothing() {
    return new Accepted(List.of(), List.of());
  }

  static RunDecision effect(RunEffect effect) {
    return new Accepted(List.of(), List.of(effect));
  }

  static RunDecision of(RunEvent event, RunEffect... effects) {
    return new Accepted(List.of(event), List.of(effects));
  }

  /** The run's one terminal event: claim and timer go with it. */
  static RunDecision end(RunEvent.@Nullable Queued first, RunEvent.Ended end) {
    List<RunEvent> events = new ArrayList<>();
    if (first != null) {
      events.add(first);
    }
    events.add(end);
    return new Accepted(events, List.of(new RunEffect.ReleaseClaim(), new RunEffect.StopLooking()));
  }
}
