package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.identity.BaselineInstanceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a baseline watches for one day, or for one cycle of it; it keeps the definition that it was
 * opened with.
 *
 * @param day on which its tasks are due, in the baseline's zone
 * @param cycle from 1
 * @param troubles that have not recovered
 * @param watched it is looked at each minute
 */
public record BaselineInstance(
    BaselineInstanceId id,
    BaselineId baseline,
    BaselineDefinition definition,
    LocalDate day,
    int cycle,
    BaselineStatus status,
    BaselineFinish finish,
    Forecast forecast,
    List<TroubledTask> troubles,
    boolean watched,
    Instant openedAt) {

  /** After the second day nobody waits for it any more (dataworks-semantics 5.6, notify). */
  private static final int DAYS_WATCHED = 2;

  public BaselineInstance {
    troubles = List.copyOf(troubles);
  }

  static BaselineInstance opened(Baseline baseline, LocalDate day, int cycle, Instant now) {
    return new BaselineInstance(
        BaselineInstanceId.of(baseline.id(), day.minusDays(1), cycle),
        baseline.id(),
        baseline.definition(),
        day,
        cycle,
        BaselineStatus.ABNORMAL,
        BaselineFinish.UNFINISHED,
        Forecast.NONE,
        List.of(),
        true,
        now);
  }

  /** The business date. */
  public LocalDate bizdate() {
    return day.minusDays(1);
  }

  /** By when its tasks are to have ended. */
  public Instant committedAt() {
    return definition.committed().get(cycle - 1).on(day, definition.zone());
  }

  /** From when on it warns. */
  public Instant alertAt() {
    return committedAt().minus(definition.alertMargin());
  }

  /** When it is watched no longer. */
  Instant watchedUntil() {
    return day.plusDays(DAYS_WATCHED).atStartOfDay(definition.zone()).toInstant();
  }

  /** Which tick of the day counts; nothing: all of them. */
  OptionalInt wantedTick() {
    return switch (definition.type()) {
      case DAY -> OptionalInt.empty();
      case HOUR -> OptionalInt.of(cycle);
    };
  }

  /**
   * The instance after an event.
   *
   * @param before null: there was none
   */
  public static BaselineInstance evolve(
      @Nullable BaselineInstance before, BaselineInstanceEvent event) {
    if (event instanceof BaselineInstanceEvent.BaselineInstanceOpened(var instance)) {
      return instance;
    }
    if (before == null) {
      throw new IllegalStateException(event + " of a baseline instance that does not exist");
    }
    return before.after(event);
  }

  BaselineInstance after(BaselineInstanceEvent event) {
    return switch (event) {
      case BaselineInstanceEvent.BaselineInstanceOpened(var instance) -> instance;
      case BaselineInstanceEvent.BaselineStatusChanged it ->
          with(
              it.status(),
              it.finish(),
              it.forecast(),
              troubles,
              watched && it.finish() == BaselineFinish.UNFINISHED);
      case BaselineInstanceEvent.BaselineTaskFailed(var task) -> with(plus(task));
      case BaselineInstanceEvent.BaselineTaskSlow(var task) -> with(plus(task));
      case BaselineInstanceEvent.BaselineTaskRecovered(var task) ->
          with(troubles.stream().filter(each -> !each.isSame(task)).toList());
      case BaselineInstanceEvent.ForecastChanged(var changed) ->
          with(status, finish, changed, troubles, watched);
      case BaselineInstanceEvent.WatchEnded _ -> with(status, finish, forecast, troubles, false);
    };
  }

  private List<TroubledTask> plus(TroubledTask task) {
    List<TroubledTask> all = new ArrayList<>(troubles);
    all.add(task);
    return all;
  }

  private BaselineInstance with(List<TroubledTask> all) {
    return with(status, finish, forecast, all, watched);
  }

  private BaselineInstance with(
      BaselineStatus newStatus,
      BaselineFinish newFinish,
      Forecast newForecast,
      List<TroubledTask> newTroubles,
      boolean stillWatched) {
    return new BaselineInstance(
        id,
        baseline,
        definition,
        day,
        cycle,
        newStatus,
        newFinish,
        newForecast,
        newTroubles,
        stillWatched,
        openedAt);
  }
}
