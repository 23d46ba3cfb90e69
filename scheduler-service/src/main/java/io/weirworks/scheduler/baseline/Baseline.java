package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.BaselineId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A baseline as it is stored.
 *
 * @param openedThrough the last day that it watches; a new definition counts from the day after
 */
public record Baseline(
    BaselineId id, BaselineDefinition definition, LocalDate openedThrough, Instant definedAt) {

  /**
   * The baseline after an event; null: it is removed.
   *
   * @param before null: there was none
   */
  public static @Nullable Baseline evolve(@Nullable Baseline before, BaselineEvent event) {
    return switch (event) {
      case BaselineEvent.BaselineDefined(var definition, LocalDate openedThrough, Instant at) ->
          new Baseline(
              BaselineId.of(definition.workspace(), definition.name()),
              definition,
              openedThrough,
              at);
      case BaselineEvent.BaselineRemoved _ -> null;
      case BaselineEvent.DaysOpened(LocalDate through) -> {
        if (before == null) {
          throw new IllegalStateException(event + " of a baseline that does not exist");
        }
        yield new Baseline(before.id, before.definition, through, before.definedAt);
      }
    };
  }
}
