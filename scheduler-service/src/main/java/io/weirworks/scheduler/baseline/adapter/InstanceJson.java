package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.scheduler.adapter.Micros;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.Forecast;
import io.weirworks.scheduler.baseline.TroubledTask;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What nobody filters baseline instances by, under the names that the column has for ever. */
record InstanceJson(DefinitionJson definition, ForecastJson forecast, List<TroubleJson> troubles) {

  static InstanceJson of(BaselineInstance instance) {
    return new InstanceJson(
        DefinitionJson.of(instance.definition()),
        ForecastJson.of(instance.forecast()),
        instance.troubles().stream().map(TroubleJson::of).toList());
  }

  /** {@link Forecast}; times in microseconds since the epoch. */
  record ForecastJson(int tasks, @Nullable Long finish, boolean ended, List<StepJson> path) {

    static ForecastJson of(Forecast forecast) {
      return new ForecastJson(
          forecast.tasks(),
          Micros.ofNullable(forecast.finish()),
          forecast.ended(),
          forecast.keyPath().stream().map(StepJson::of).toList());
    }

    Forecast forecast() {
      return new Forecast(
          tasks, Micros.timeOrNull(finish), ended, path.stream().map(StepJson::step).toList());
    }
  }

  /** {@link Forecast.PathStep}. */
  record StepJson(
      String instance,
      String workflowInstance,
      String workflow,
      String node,
      long scheduled,
      long starts,
      long finishes,
      boolean ended) {

    static StepJson of(Forecast.PathStep step) {
      return new StepJson(
          step.instance().value().toString(),
          step.workflowInstance().value().toString(),
          step.workflow(),
          step.node(),
          Micros.of(step.scheduledTime()),
          Micros.of(step.startsAt()),
          Micros.of(step.finishesAt()),
          step.ended());
    }

    Forecast.PathStep step() {
      return new Forecast.PathStep(
          new NodeInstanceId(UUID.fromString(instance)),
          new WorkflowInstanceId(UUID.fromString(workflowInstance)),
          workflow,
          node,
          Micros.time(scheduled),
          Micros.time(starts),
          Micros.time(finishes),
          ended);
    }
  }

  /**
   * {@link TroubledTask}.
   *
   * @param started of a slow one; null: it failed
   * @param average milliseconds, of a slow one
   */
  record TroubleJson(
      String instance,
      String workflowInstance,
      String workflow,
      String node,
      int attempt,
      @Nullable Long started,
      @Nullable Long average) {

    static TroubleJson of(TroubledTask task) {
      TroubledTask.Slow slow = task.trouble() instanceof TroubledTask.Slow it ? it : null;
      return new TroubleJson(
          task.instance().value().toString(),
          task.workflowInstance().value().toString(),
          task.workflow(),
          task.node(),
          task.trouble().attempt(),
          slow == null ? null : Micros.of(slow.startedAt()),
          slow == null ? null : slow.average().toMillis());
    }

    TroubledTask task() {
      return new TroubledTask(
          started == null || average == null
              ? new TroubledTask.Failed(attempt)
              : new TroubledTask.Slow(attempt, Micros.time(started), Duration.ofMillis(average)),
          new NodeInstanceId(UUID.fromString(instance)),
          new WorkflowInstanceId(UUID.fromString(workflowInstance)),
          workflow,
          node);
    }
  }
}
