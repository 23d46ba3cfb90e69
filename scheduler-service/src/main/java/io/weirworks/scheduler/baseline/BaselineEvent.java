package io.weirworks.scheduler.baseline;

import java.time.Instant;
import java.time.LocalDate;

/** What happens to a baseline. Told events are records of the contract and take a sequence. */
public sealed interface BaselineEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends BaselineEvent {}

  /** A change of the row that subscribers see in the state topic only. */
  sealed interface Untold extends BaselineEvent {}

  /**
   * It was defined, or defined anew.
   *
   * @param openedThrough the last day that is not watched by this definition
   */
  record BaselineDefined(BaselineDefinition definition, LocalDate openedThrough, Instant at)
      implements Told {}

  /** It was removed. */
  record BaselineRemoved() implements Told {}

  /** It watches the instances of the days up to this one. */
  record DaysOpened(LocalDate through) implements Untold {}
}
