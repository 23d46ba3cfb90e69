package io.weirworks.executor.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a runner says about a run that it holds, again and again until it hears that it was
 * recorded.
 *
 * @param epoch of its claim
 * @param number 1, 2, 3 … within run and epoch; one not above the last is ignored
 */
public record Report(String holder, long epoch, long number, What what) {

  /** What is reported. */
  public sealed interface What {}

  /** It runs. */
  public record Goes(@Nullable String applicationId, Instant startedAt) implements What {}

  /** It ended. */
  public record Over(Verdict verdict, Facts facts, ReportDetail detail) implements What {}

  /** Something that this version does not know; it is kept as evidence. */
  public record Unknown() implements What {}

  /** How it ended, as its runner saw it. */
  public sealed interface Verdict {}

  public record Succeeded() implements Verdict {}

  public record Failed(String code, String message) implements Verdict {}

  public record Cancelled() implements Verdict {}

  public record Lost(String code, String message) implements Verdict {}

  /**
   * What is told of any end.
   *
   * @param metrics by name; the name ends with the unit
   */
  public record Facts(
      @Nullable String applicationId,
      @Nullable Integer exitCode,
      Map<String, Long> metrics,
      @Nullable Instant startedAt,
      Instant endedAt) {

    public Facts {
      metrics = Map.copyOf(metrics);
    }

    /** Of a run that never ran. */
    public static Facts none(Instant endedAt) {
      return new Facts(null, null, Map.of(), null, endedAt);
    }
  }
}
