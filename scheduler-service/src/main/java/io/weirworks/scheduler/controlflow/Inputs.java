package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a node instance reads from others, beside its own parameters, and how they are
 * put into code (dataworks-semantics 4.2, 4.6, 4.7): <code>${p}</code>, <code>${p[0]}</code>,
 * <code>${p[0][1]}</code>, inside a loop <code>${dag.…}</code>, with <code>${dag.offset}</code> or
 * <code>${dag.loopTimes}</code> as an index too. What was put in is not looked at again; a name
 * that nobody knows stays as it is written.
 *
 * @param values by the name under which the node is bound to them
 * @param loop the loop that the node is in; null: in none
 */
public record Inputs(Map<String, OutputValue> values, @Nullable LoopVariables loop) {
  /** Of a node that is bound to nothing. */
  public static final Inputs NONE = new Inputs(Map.of(), null);

  private static final String INNER = "\\$\\{dag\\.(?:offset|loopTimes)}";
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9}|" + INNER + ")]");
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z0-9_.]+)((?:" + INDEX.pattern() + ")*)}");
  private static final String DAG = "dag.";

  public Inputs {
    values = Map.copyOf(values);
  }

  /** The code with everything put in, or the first reference that has no value. */
  public Verdict<String> apply(String code, ParameterValues own) {
    StringBuilder text = new StringBuilder();
    Optional<Fault> fault = walk(code, own, text::append);
    return fault
        .<Verdict<String>>map(Verdict.Faulty::new)
        .orElseGet(() -> new Verdict.Value<>(text.toString()));
  }

  /** How long {@link #apply} would make the code, in characters, without making it. */
  public Verdict<Long> length(String code, ParameterValues own) {
    long[] length = {0};
    Optional<Fault> fault = walk(code, own, piece -> length[0] += piece.length());
    return fault
        .<Verdict<Long>>map(Verdict.Faulty::new)
        .orElseGet(() -> new Verdict.Value<>(length[0]));
  }

  private Optional<Fault> walk(String code, ParameterValues own, Consumer<String> pieces) {
    Matcher matcher = REFERENCE.matcher(code);
    int copied = 0;
    while (matcher.find()) {
      pieces.accept(code.substring(copied, matcher.start()));
      Optional<String> value = value(matcher, own);
      if (value.isEmpty()) {
        return Optional.of(missing(matcher.toMatchResult()));
      }
      pieces.accept(value.get());
      copied = matcher.end();
    }
    pieces.accept(code.substring(copied));
    return Optional.empty();
  }

  private static Fault missing(MatchResult reference) {
    return new Fault(
        FaultCode.INPUT_MISSING,
        "%s is read, but the value has no such element.".formatted(reference.group()));
  }

  private Optional<String> value(MatchResult reference, ParameterValues own) {
    String name = reference.group(1);
    String literal = reference.group();
    if (loop != null && name.startsWith(DAG)) {
      String ofLoop = name.substring(DAG.length());
      return loop.knows(ofLoop)
          ? loop.value(ofLoop, indexes(reference.group(2)))
          : Optional.of(literal);
    }
    OutputValue input = values.get(name);
    if (input != null) {
      return input.at(indexes(reference.group(2)));
    }
    return own instanceof ParameterValues.Named(var named) && reference.group(2).isEmpty()
        ? Optional.of(named.getOrDefault(name, literal))
        : Optional.of(literal);
  }

  private List<Integer> indexes(String text) {
    List<Integer> indexes = new ArrayList<>();
    Matcher matcher = INDEX.matcher(text);
    while (matcher.find()) {
      indexes.add(index(matcher.group(1)));
    }
    return indexes;
  }

  /** Outside a loop there is nothing at the loop's place. */
  private int index(String index) {
    if (!index.startsWith("$")) {
      return Integer.parseInt(index);
    }
    if (loop == null) {
      return Integer.MAX_VALUE;
    }
    return index.contains("offset") ? loop.offset() : loop.number();
  }
}
