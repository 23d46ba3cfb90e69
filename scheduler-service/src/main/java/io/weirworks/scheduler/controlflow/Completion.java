package io.weirworks.scheduler.controlflow;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a success means to the nodes behind it.
 *
 * @param unchosen a branch left it out: it succeeded without running, and so do those behind it
 *     (CONDITION_UNCHOOSE)
 * @param outputs the values that it hands on, by name
 * @param chosen of a branch, the outputs of the arms that are chosen; null: it is none, or has not
 *     looked at its conditions and leaves nothing out
 */
public record Completion(
    boolean unchosen, Map<String, OutputValue> outputs, @Nullable Set<String> chosen) {
  /** Of a node that only succeeded. */
  public static final Completion PLAIN = new Completion(false, Map.of(), null);

  /** Of a node that a branch left out. */
  public static final Completion UNCHOSEN = new Completion(true, Map.of(), null);

  public Completion {
    outputs = Map.copyOf(outputs);
    chosen = chosen == null ? null : Set.copyOf(chosen);
  }

  /** Of a node that hands values on. */
  public static Completion of(Map<String, OutputValue> outputs) {
    return new Completion(false, outputs, null);
  }

  /** Of a branch. */
  public static Completion ofBranch(Set<String> chosen) {
    return new Completion(false, Map.of(), chosen);
  }

  /** Characters that its values keep in memory. */
  public long characters() {
    return outputs.values().stream().mapToLong(OutputValue::characters).sum();
  }
}
