package io.weirworks.lineage.run;

import io.weirworks.lineage.table.TableUpdate;
import java.util.ArrayList;
import java.util.List;

/**
 * The next step of telling a run's lineage.
 *
 * @param steps what is told, in order
 * @param complete whether the whole script has been told; else the rest follows in a further
 *     decision
 */
public record RunDecision(List<Step> steps, boolean complete) {

  /** Effects of one decision at most, well within a transaction's bounds (DESIGN 3.3). */
  static final int EFFECTS = 400;

  /** Statements that one decision reads at most: nothing long runs on a poll thread. */
  static final int STATEMENTS = 200;

  /** An event of the run and what the datasets that it names are told with it. */
  public record Step(RunEvent event, List<TableUpdate> updates) {}

  /**
   * Goes on where the run's state says. A run that was told to its end tells nothing again (R55).
   *
   * @param next index of the first statement that was not told yet
   */
  public static RunDecision decide(int next, RunScript script, ScriptReading reading) {
    if (next >= endOf(script)) {
      return new RunDecision(List.of(), true);
    }
    reading.readOn(STATEMENTS);
    List<Step> steps = new ArrayList<>();
    int effects = 0;
    int lastIndex = -1;
    boolean complete = script.omitted() == 0 && reading.isComplete() && reading.hasNoGap();
    for (Finding finding : reading.from(next)) {
      if (effects >= EFFECTS && finding.index() != lastIndex) {
        return new RunDecision(steps, false);
      }
      List<Step> told = steps(script, finding, complete);
      effects += told.stream().mapToInt(step -> 1 + step.updates().size()).sum();
      lastIndex = finding.index();
      steps.addAll(told);
    }
    if (reading.isComplete() && script.omitted() > 0) {
      steps.add(omitted(script));
    }
    return new RunDecision(steps, reading.isComplete());
  }

  /** Behind the last index that an event may carry. */
  private static int endOf(RunScript script) {
    return script.omitted() > 0
        ? script.size()
        : script.statements().isEmpty() ? 0 : script.statements().getLast().index() + 1;
  }

  private static List<Step> steps(RunScript script, Finding finding, boolean complete) {
    List<Step> steps = new ArrayList<>();
    finding
        .record()
        .ifPresent(
            record ->
                steps.add(
                    new Step(
                        new RunEvent.Recorded(script.run(), script.size(), record),
                        TableUpdates.of(script.run(), record, complete))));
    finding
        .gap()
        .ifPresent(
            gap ->
                steps.add(
                    new Step(new RunEvent.Missed(script.run(), script.size(), gap, 1), List.of())));
    return steps;
  }

  private static Step omitted(RunScript script) {
    Gap gap =
        new Gap(
            null,
            Gap.Code.TEXT_NOT_CARRIED,
            script.omitted() + " statements beyond the first are not carried by the event",
            null,
            null);
    return new Step(
        new RunEvent.Missed(script.run(), script.size(), gap, script.omitted()), List.of());
  }
}
