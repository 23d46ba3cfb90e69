package io.weirworks.scheduler.baseline;

/**
 * What happens to a baseline's instance. Told events are records of the contract and take a
 * sequence.
 */
public sealed interface BaselineInstanceEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends BaselineInstanceEvent {}

  /** A change of the row that subscribers see in the state topic only. */
  sealed interface Untold extends BaselineInstanceEvent {}

  /** It is watched from now on. */
  record BaselineInstanceOpened(BaselineInstance instance) implements Told {}

  /** Its status changed, or all its tasks have ended. */
  record BaselineStatusChanged(
      BaselineStatus status, BaselineStatus before, BaselineFinish finish, Forecast forecast)
      implements Told {}

  /** A task in its scope failed for good. */
  record BaselineTaskFailed(TroubledTask task) implements Told {}

  /** A task in its scope is slow. */
  record BaselineTaskSlow(TroubledTask task) implements Told {}

  /** A task that failed or was slow is so no longer. */
  record BaselineTaskRecovered(TroubledTask task) implements Told {}

  /** Its predicted finish or key path changed, not its status. */
  record ForecastChanged(Forecast forecast) implements Untold {}

  /** It is not looked at any more, although its tasks have not ended. */
  record WatchEnded() implements Untold {}
}
