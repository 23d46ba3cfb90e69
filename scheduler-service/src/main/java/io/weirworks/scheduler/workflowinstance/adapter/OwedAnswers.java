package io.weirworks.scheduler.workflowinstance.adapter;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the executor has been handed of a workflow instance and has not answered. */
record OwedAnswers(List<Owed> earliestFirst) {

  /** How many fall silent in one decision; for the others the timer is due again at once. */
  static final int AT_ONCE = 200;

  /** A node instance's answer, owed until this moment. */
  record Owed(String nodeInstance, Instant until) {}

  static OwedAnswers of(List<Owed> owed) {
    return new OwedAnswers(owed.stream().sorted(comparing(Owed::until)).toList());
  }

  /** The node instances for which the executor falls silent now. */
  List<String> silent(Instant now) {
    return earliestFirst.stream()
        .takeWhile(owed -> !owed.until().isAfter(now))
        .limit(AT_ONCE)
        .map(Owed::nodeInstance)
        .toList();
  }

  /** When the next answer is owed after those; null: none is. */
  @Nullable Instant next(Instant now) {
    return earliestFirst.stream()
        .skip(silent(now).size())
        .map(Owed::until)
        .findFirst()
        .orElse(null);
  }
}
