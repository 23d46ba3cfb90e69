package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineStatusChanged;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineTaskFailed;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineTaskRecovered;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineTaskSlow;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.ForecastChanged;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.WatchEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides for a baseline's instance each minute; pure. Each change is told once. */
public final class BaselineInstanceDecider {

  /** How often it is looked at. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  /** Troubles that begin or end in one decision; the rest a minute later (DESIGN 3.3). */
  static final int MOST_TROUBLES = 100;

  private BaselineInstanceDecider() {}

  /** What has happened since it was looked at last. */
  public static List<BaselineInstanceEvent> look(BaselineInstance instance, Situation situation) {
    if (!instance.watched()) {
      return List.of();
    }
    List<BaselineInstanceEvent> events = new ArrayList<>();
    troubles(instance, situation).limit(MOST_TROUBLES).forEach(events::add);
    status(instance, Prediction.of(situation), situation.now()).ifPresent(events::add);
    boolean over = !situation.now().isBefore(instance.watchedUntil());
    if (over && events.stream().noneMatch(BaselineInstanceDecider::finishes)) {
      events.add(new WatchEnded());
    }
    return events;
  }

  private static boolean finishes(BaselineInstanceEvent event) {
    return event instanceof BaselineStatusChanged changed
        && changed.finish() != BaselineFinish.UNFINISHED;
  }

  private static Optional<BaselineInstanceEvent> status(
      BaselineInstance instance, Forecast forecast, Instant now) {
    Instant committed = instance.committedAt();
    BaselineStatus status = forecast.status(now, instance.alertAt(), committed);
    BaselineFinish finish = finish(forecast, committed);
    if (status != instance.status() || finish != instance.finish()) {
      return Optional.of(new BaselineStatusChanged(status, instance.status(), finish, forecast));
    }
    return forecast.equals(instance.forecast())
        ? Optional.empty()
        : Optional.of(new ForecastChanged(forecast));
  }

  private static BaselineFinish finish(Forecast forecast, Instant committed) {
    Instant finish = forecast.finish();
    if (finish == null || !forecast.ended()) {
      return BaselineFinish.UNFINISHED;
    }
    return finish.isAfter(committed) ? BaselineFinish.LATE : BaselineFinish.IN_TIME;
  }

  private static Stream<BaselineInstanceEvent> troubles(
      BaselineInstance instance, Situation situation) {
    Stream<BaselineInstanceEvent> over =
        instance.troubles().stream()
            .filter(task -> !task.stands(situation))
            .map(BaselineTaskRecovered::new);
    Stream<BaselineInstanceEvent> begun =
        situation.graph().ofItsDay().stream()
            .flatMap(each -> TroubledTask.of(each, situation).stream())
            .filter(task -> instance.troubles().stream().noneMatch(task::isSame))
            .map(BaselineInstanceDecider::begun);
    return Stream.concat(over, begun);
  }

  private static BaselineInstanceEvent begun(TroubledTask task) {
    return switch (task.trouble()) {
      case TroubledTask.Failed _ -> new BaselineTaskFailed(task);
      case TroubledTask.Slow _ -> new BaselineTaskSlow(task);
    };
  }

  /**
   * When it is looked at again: in a minute, and exactly when it begins to warn and at the
   * committed time. Nothing: never.
   */
  public static Optional<Instant> next(BaselineInstance instance, Instant now) {
    return instance.watched()
        ? Stream.of(
                instance.alertAt(),
                instance.committedAt(),
                instance.watchedUntil(),
                now.plus(INTERVAL))
            .filter(each -> each.isAfter(now))
            .min(Instant::compareTo)
        : Optional.empty();
  }
}
