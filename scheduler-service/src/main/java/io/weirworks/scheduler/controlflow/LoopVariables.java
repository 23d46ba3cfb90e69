package io.weirworks.scheduler.controlflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What code inside a loop reads as <code>${dag.…}</code> (dataworks-semantics 4.6, 4.7).
 *
 * @param number of the loop, from 1
 * @param inputs values that the loop node is bound to, by name
 */
public record LoopVariables(int number, Map<String, OutputValue> inputs) {
  /** The name under which a for-each finds what it goes through. */
  public static final String ARRAY = "loopDataArray";

  /** The name of a run's own output value. */
  public static final String OUTPUTS = "outputs";

  private static final String CURRENT = "foreach.current";
  private static final String LENGTH = ".length";

  public LoopVariables {
    inputs = Map.copyOf(inputs);
  }

  /** From 0. */
  int offset() {
    return number - 1;
  }

  /**
   * Whether the name, without {@code dag.}, is one of the loop's; another is left as it is written.
   */
  boolean knows(String name) {
    return name.equals("loopTimes")
        || name.equals("offset")
        || (name.equals(CURRENT) && inputs.containsKey(ARRAY))
        || inputs.containsKey(withoutLength(name));
  }

  /** The value; empty where there is no such part. */
  Optional<String> value(String name, List<Integer> indexes) {
    return switch (name) {
      case "loopTimes" -> scalar(number, indexes);
      case "offset" -> scalar(offset(), indexes);
      case CURRENT -> current(indexes);
      default -> {
        OutputValue input = inputs.get(withoutLength(name));
        if (input == null) {
          yield Optional.empty();
        }
        yield inputs.containsKey(name) ? input.at(indexes) : scalar(input.length(), indexes);
      }
    };
  }

  private Optional<String> current(List<Integer> indexes) {
    OutputValue array = inputs.get(ARRAY);
    if (array == null) {
      return Optional.empty();
    }
    List<Integer> inArray = new ArrayList<>(List.of(offset()));
    inArray.addAll(indexes);
    return array.at(inArray);
  }

  private static Optional<String> scalar(int value, List<Integer> indexes) {
    return indexes.isEmpty() ? Optional.of(Integer.toString(value)) : Optional.empty();
  }

  private String withoutLength(String name) {
    return !inputs.containsKey(name) && name.endsWith(LENGTH)
        ? name.substring(0, name.length() - LENGTH.length())
        : name;
  }
}
