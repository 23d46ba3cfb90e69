package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A task that fails a baseline or slows it down (dataworks-semantics 5.6).
 *
 * @param workflow what people call its workflow
 * @param node what people call it
 */
public record TroubledTask(
    Trouble trouble,
    NodeInstanceId instance,
    WorkflowInstanceId workflowInstance,
    String workflow,
    String node) {

  /** One that runs no longer than this is never slow. */
  static final Duration SLOW_AFTER = Duration.ofMinutes(30);

  /** One that runs no longer than this above its average is not slow. */
  static final Duration SLOW_ABOVE_AVERAGE = Duration.ofMinutes(15);

  /** What is wrong with an attempt of a task. */
  public sealed interface Trouble {
    /** Which attempt, from 1; 0: it failed without a run. */
    int attempt();
  }

  /** It failed for good. */
  public record Failed(int attempt) implements Trouble {}

  /** It runs longer than it should. */
  public record Slow(int attempt, Instant startedAt, Duration average) implements Trouble {}

  /** What is wrong with an instance now; nothing: nothing. */
  static Optional<TroubledTask> of(ScopeInstance instance, Situation situation) {
    return trouble(instance, situation)
        .map(
            trouble ->
                new TroubledTask(
                    trouble,
                    instance.id(),
                    instance.workflowInstance(),
                    instance.node().workflowName(),
                    instance.node().name()));
  }

  private static Optional<Trouble> trouble(ScopeInstance instance, Situation situation) {
    return switch (situation.progress(instance.id())) {
      case InstanceProgress.Failed(int attempt) -> Optional.of(new Failed(attempt));
      case InstanceProgress.Running(int attempt, Instant startedAt) ->
          situation
              .average()
              .apply(instance.node().key())
              .filter(average -> isSlow(Duration.between(startedAt, situation.now()), average))
              .map(average -> new Slow(attempt, startedAt, average));
      case InstanceProgress.Waiting _, InstanceProgress.Rerunning _, InstanceProgress.Succeeded _ ->
          Optional.empty();
    };
  }

  private static boolean isSlow(Duration elapsed, Duration average) {
    return elapsed.compareTo(SLOW_AFTER) > 0
        && elapsed.minus(average).compareTo(SLOW_ABOVE_AVERAGE) > 0;
  }

  /** Whether another says the same of the same attempt, whatever the average has become. */
  boolean isSame(TroubledTask other) {
    return instance.equals(other.instance)
        && trouble.attempt() == other.trouble.attempt()
        && trouble.getClass() == other.trouble.getClass();
  }

  /**
   * Whether it still stands: a slow attempt is slow as long as it runs, whatever the clock does.
   */
  boolean stands(Situation situation) {
    return situation.graph().find(instance).isPresent()
        && switch (trouble) {
          case Failed(int attempt) ->
              situation.progress(instance).equals(new InstanceProgress.Failed(attempt));
          case Slow(int attempt, Instant startedAt, Duration _) ->
              situation.progress(instance).equals(new InstanceProgress.Running(attempt, startedAt));
        };
  }
}
