package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which arms of a branch are chosen (dataworks-semantics 4.4). None may be: then all are left out.
 *
 * @param arms in the order in which they are tried
 */
public record Branch(List<Arm> arms, Selection selection) {

  /** Which of several arms that hold are chosen. */
  public enum Selection {
    /** The first, and those behind it are not even looked at. */
    FIRST_MATCH,
    /** All. */
    ALL
  }

  /**
   * One way.
   *
   * @param condition before values are put in
   * @param output by which downstream nodes hang on it
   */
  public record Arm(String condition, String output) {}

  public Branch {
    arms = List.copyOf(arms);
  }

  /** The outputs of the arms that are not chosen. */
  public Set<String> unchosen(Set<String> chosen) {
    Set<String> unchosen = new LinkedHashSet<>(arms.stream().map(Arm::output).toList());
    unchosen.removeAll(chosen);
    return unchosen;
  }

  /** The outputs of the arms that are chosen, or why that cannot be said. */
  public Verdict<Set<String>> choose(ParameterValues own, Inputs inputs) {
    Set<String> chosen = new LinkedHashSet<>();
    for (Arm arm : arms) {
      switch (holds(arm, own, inputs)) {
        case Verdict.Faulty<Boolean>(Fault fault) -> {
          return new Verdict.Faulty<>(fault);
        }
        case Verdict.Value<Boolean>(Boolean holds) -> {
          if (holds) {
            chosen.add(arm.output());
            if (selection == Selection.FIRST_MATCH) {
              return new Verdict.Value<>(chosen);
            }
          }
        }
      }
    }
    return new Verdict.Value<>(chosen);
  }

  private static Verdict<Boolean> holds(Arm arm, ParameterValues own, Inputs inputs) {
    return inputs.apply(arm.condition(), own).then(text -> Condition.holds(text, Map.of()));
  }
}
