package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a parameter node hands on (dataworks-semantics 4.3): constants and evaluated expressions as
 * texts, values of upstream nodes as they are.
 */
public final class ParameterHub {

  /** Characters of all its values together: what one output value may have. */
  static final int MAX_CHARACTERS = 2_000_000;

  private ParameterHub() {}

  /**
   * The values by name, or that they are too large together.
   *
   * @param outputs the names that the node declares
   */
  public static Verdict<Completion> handOn(
      List<String> outputs, ParameterValues own, Inputs inputs) {
    Map<String, String> named =
        own instanceof ParameterValues.Named(Map<String, String> values) ? values : Map.of();
    Map<String, OutputValue> handed = new LinkedHashMap<>();
    for (String output : outputs) {
      OutputValue passed = inputs.values().get(output);
      String text = named.get(output);
      if (passed != null) {
        handed.put(output, passed);
      } else if (text != null) {
        handed.put(output, new OutputValue.Text(text));
      }
    }
    Completion completion = Completion.of(handed);
    return completion.characters() > MAX_CHARACTERS
        ? Verdict.fault(
            FaultCode.OUTPUT_TOO_LARGE,
            "The values that it hands on have %d characters; %d is the most."
                .formatted(completion.characters(), MAX_CHARACTERS))
        : new Verdict.Value<>(completion);
  }
}
